//! Another program at a workspace: `meddle FILE SQL` runs the statements past Hadaf, says so, and holds what it holds
//! until its input ends or somebody kills it. For tests of what Hadaf then says.

use std::io::{Read, Write, stdin, stdout};

use rusqlite::Connection;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut words = std::env::args_os().skip(1);
    let (Some(file), Some(sql)) = (words.next(), words.next()) else {
        return Err("meddle FILE SQL".into());
    };
    let conn = Connection::open(file)?;
    conn.execute_batch(&sql.to_string_lossy())?;
    writeln!(stdout(), "done")?;
    stdin().read_to_end(&mut Vec::new())?;
    Ok(())
}
