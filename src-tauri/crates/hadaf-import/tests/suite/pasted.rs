//! Blocks from the clipboard.

use hadaf_import::{PasteError, read_paste};
use proptest::prelude::*;

fn block(rows: &[&[&str]]) -> Vec<Vec<String>> {
    rows.iter()
        .map(|row| row.iter().map(ToString::to_string).collect())
        .collect()
}

#[test]
fn a_block_as_spreadsheets_copy_it() {
    let text = "324\t\"two\r\nlines\"\r\n\t1,234.5\r\n\"say \"\"p\"\"\"\t..\r\n";
    let expected = block(&[&["324", "two\r\nlines"], &["", "1,234.5"], &["say \"p\"", ".."]]);
    assert_eq!(read_paste(text).unwrap(), expected);
}

#[test]
fn empty_rows_keep_the_rows_below_in_their_place() {
    assert_eq!(read_paste("1\n\n3\n").unwrap(), block(&[&["1"], &[""], &["3"]]));
    assert_eq!(
        read_paste("1\r\n\r\n\r\n4\r\n").unwrap(),
        block(&[&["1"], &[""], &[""], &["4"]])
    );
    assert_eq!(read_paste("\n2\t\n\n").unwrap(), block(&[&["", ""], &["2", ""]]));
    assert_eq!(
        read_paste("\"a\nb\"\t1\n\n2\n").unwrap(),
        block(&[&["a\nb", "1"], &["", ""], &["2", ""]])
    );
}

#[test]
fn short_rows_are_filled_up() {
    assert_eq!(
        read_paste("1\t2\t3\n4").unwrap(),
        block(&[&["1", "2", "3"], &["4", "", ""]])
    );
}

#[test]
fn an_open_quote_stays_in_its_line() {
    assert_eq!(
        read_paste("\"5\t1\n6\t2\n").unwrap(),
        block(&[&["\"5", "1"], &["6", "2"]])
    );
}

#[test]
fn nothing_and_too_much_are_refused() {
    for text in ["", "\r\n", "\t\t\n", "\u{FEFF}"] {
        assert_eq!(read_paste(text), Err(PasteError::Empty), "{text:?}");
    }
    assert!(matches!(
        read_paste(&"1\n".repeat(100_001)),
        Err(PasteError::TooLarge { .. })
    ));
    assert!(matches!(
        read_paste(&format!("{}{}", "\t".repeat(1_000), "\n1".repeat(1_000))),
        Err(PasteError::TooLarge { .. })
    ));
    assert!(matches!(
        read_paste(&"x".repeat(10_000_000)),
        Err(PasteError::TooLarge { .. })
    ));
}

proptest! {
    #[test]
    fn cells_come_back(rows in prop::collection::vec(prop::collection::vec("[a-z0-9 ,.\"\n\t]{0,6}", 3), 1..6)) {
        prop_assume!(rows.last().is_some_and(|row| row.iter().any(|cell| !cell.is_empty())));
        let quoted = |cell: &String| format!("\"{}\"", cell.replace('"', "\"\""));
        for end in ["\n", "\r\n"] {
            let text: String = rows.iter().map(|row| row.iter().map(quoted).collect::<Vec<_>>().join("\t") + end).collect();
            prop_assert_eq!(read_paste(&text).unwrap(), rows.clone());
        }
    }

    #[test]
    fn any_text_gives_a_rectangle(text in "[\\PC\t\n\r\"]{0,60}") {
        if let Ok(block) = read_paste(&text) {
            prop_assert!(block.iter().all(|row| row.len() == block[0].len()));
        }
    }
}
