//! `hadaf completions` and `hadaf man`

use clap::CommandFactory;
use clap_complete::Shell;

use crate::args::Cli;
use crate::output::Output;

pub(crate) fn run(shell: Shell, output: &Output) {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut Cli::command(), "hadaf", &mut script);
    output.raw(&script);
}

/// The page of the program, then one section for each verb.
pub(crate) fn man(output: &Output) {
    let mut page = Vec::new();
    let mut command = Cli::command();
    // Gives each verb its full name.
    command.build();
    // Writing to memory cannot fail.
    let _ = clap_mangen::Man::new(command.clone()).render(&mut page);
    for verb in command.get_subcommands() {
        let man = clap_mangen::Man::new(verb.clone());
        let _ = man.render_name_section(&mut page);
        let _ = man.render_synopsis_section(&mut page);
        let _ = man.render_description_section(&mut page);
        let _ = man.render_options_section(&mut page);
    }
    output.raw(&page);
}
