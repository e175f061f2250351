//! `hadaf completions` and `hadaf man`

use clap::Command;
use clap_complete::Shell;

use crate::output::Output;

pub(crate) fn run(command: &mut Command, shell: Shell, output: &Output) {
    let mut script = Vec::new();
    clap_complete::generate(shell, command, "hadaf", &mut script);
    output.raw(&script);
}

/// One page: the program, then each verb and what it can be told to do under a heading of its own. There are no pages
/// of the verbs, so none is named.
pub(crate) fn man(mut command: Command, output: &Output) {
    // Gives each verb its full name.
    command.build();
    let page = clap_mangen::Man::new(command.clone());
    let mut text = written(|to| {
        page.render_title(to)?;
        page.render_name_section(to)?;
        page.render_synopsis_section(to)?;
        page.render_description_section(to)?;
        page.render_options_section(to)
    });
    text.push_str(".SH COMMANDS\n");
    for verb in called(&command) {
        let name = verb.get_bin_name().unwrap_or(verb.get_name());
        let man = clap_mangen::Man::new(verb.clone());
        let parts = written(|to| {
            man.render_synopsis_section(to)?;
            man.render_description_section(to)?;
            man.render_options_section(to)
        });
        text.push_str(&format!(".SS \"{name}\"\n"));
        // Sections of a page of its own become paragraphs of this one.
        for line in parts.lines().filter(|line| !line.starts_with(".SH SYNOPSIS")) {
            text.push_str(if line.starts_with(".SH ") { ".PP" } else { line });
            text.push('\n');
        }
    }
    let page = clap_mangen::Man::new(command);
    text.push_str(&written(|to| page.render_version_section(to)));
    output.raw(text.as_bytes());
}

/// The commands below one, each before those below it.
fn called(command: &Command) -> Vec<&Command> {
    let below = command.get_subcommands().filter(|one| one.get_name() != "help");
    below.flat_map(|one| std::iter::once(one).chain(called(one))).collect()
}

fn written(write: impl FnOnce(&mut Vec<u8>) -> std::io::Result<()>) -> String {
    let mut bytes = Vec::new();
    // Writing to memory cannot fail, and what clap holds is text.
    let _ = write(&mut bytes);
    String::from_utf8_lossy(&bytes).into_owned()
}
