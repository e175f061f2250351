//! A period's text cut into words, digits and separators, with the words that say nothing taken out.

/// A run of letters, a run of digits, or one separator.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Token<'a> {
    Word(&'a str),
    Digits(&'a str),
    Mark(char),
}

use Token::{Digits, Mark, Word};

/// Cuts a text in small letters, and says in few words what is said in many: `1st quarter of financial year 2026` is
/// `1 q fy 2026`.
pub(crate) fn tokens(text: &str) -> Vec<Token<'_>> {
    let mut short = Vec::new();
    let mut rest = &cut(text)[..];
    while let Some((token, taken)) = next(rest) {
        rest = &rest[taken..];
        match token {
            Some(token) => push(&mut short, token),
            // Of a word that says nothing the space behind it goes too.
            None => rest = without_space(rest),
        }
    }
    if short.last() == Some(&Mark(' ')) {
        short.pop();
    }
    short
}

/// The next token of a shortened text, if it says anything, and of how many it is made.
fn next<'a>(tokens: &[Token<'a>]) -> Option<(Option<Token<'a>>, usize)> {
    Some(match *tokens {
        [] => return None,
        [Word("fiscal" | "financial"), Mark(' '), Word("year" | "yr"), ..] => (Some(Word("fy")), 3),
        [Word("f"), Mark('.'), Word("y"), Mark('.'), ..] => (Some(Word("fy")), 4),
        [Word("f"), Mark('.'), Word("y"), ..] => (Some(Word("fy")), 3),
        [Word("year"), Mark(' '), Word("ended" | "ending"), ..] => (Some(Word("fye")), 3),
        [Word("ye"), ..] => (Some(Word("fye")), 1),
        [Word("quarter" | "qtr"), ..] => (Some(Word("q")), 1),
        [Word("half"), ..] => (Some(Word("h")), 1),
        [Word("first"), ..] => (Some(Digits("1")), 1),
        [Word("second"), ..] => (Some(Digits("2")), 1),
        [Word("third"), ..] => (Some(Digits("3")), 1),
        [Word("fourth"), ..] => (Some(Digits("4")), 1),
        [Digits(number), Word("st" | "nd" | "rd" | "th"), ..] => (Some(Digits(number)), 2),
        [Word("to" | "till" | "through"), ..] => (Some(Mark('-')), 1),
        [Word("of" | "the"), ..] => (None, 1),
        [token, ..] => (Some(token), 1),
    })
}

/// "Q3 / FY25" and "Jul.  2025": one separator, the one that is not a space. Two that are none stay two.
fn push<'a>(tokens: &mut Vec<Token<'a>>, token: Token<'a>) {
    match (tokens.last(), token) {
        (Some(Mark(_)), Mark(' ')) => {}
        (Some(Mark(' ' | '.' | ',')), mark @ Mark(_)) => {
            tokens.pop();
            tokens.push(mark);
        }
        _ => tokens.push(token),
    }
}

fn without_space<'t, 'a>(tokens: &'t [Token<'a>]) -> &'t [Token<'a>] {
    match tokens {
        [Mark(' '), rest @ ..] => rest,
        _ => tokens,
    }
}

fn cut(text: &str) -> Vec<Token<'_>> {
    let mut tokens = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let alike = |c: char| {
            if first.is_ascii_digit() {
                c.is_ascii_digit()
            } else {
                c.is_alphabetic()
            }
        };
        let length = rest.find(|c| !alike(c)).unwrap_or(rest.len());
        let (token, length) = match first {
            '0'..='9' => (Digits(&rest[..length]), length),
            _ if first.is_alphabetic() => (Word(&rest[..length]), length),
            _ => (Mark(first), first.len_utf8()),
        };
        rest = &rest[length..];
        push(&mut tokens, token);
    }
    tokens
}

/// Without a space, apostrophe or hyphen in front.
pub(crate) fn strip_space<'a, 'b>(tokens: &'a [Token<'b>]) -> &'a [Token<'b>] {
    match tokens {
        [Mark(' ' | '\'' | '-'), rest @ ..] => rest,
        _ => tokens,
    }
}

/// Without a separator in front.
pub(crate) fn strip_mark<'a, 'b>(tokens: &'a [Token<'b>]) -> &'a [Token<'b>] {
    match tokens {
        [Mark(_), rest @ ..] => rest,
        _ => tokens,
    }
}

/// Without a separator at the end.
pub(crate) fn strip_mark_end<'a, 'b>(tokens: &'a [Token<'b>]) -> &'a [Token<'b>] {
    match tokens {
        [rest @ .., Mark(_)] => rest,
        _ => tokens,
    }
}
