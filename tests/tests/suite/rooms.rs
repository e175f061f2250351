//! Which room may know which, so that nobody who reads one part is sent on to another and from there back again.

use std::collections::BTreeSet;

use hadaf_tests::code::{Modules, Source, rust_files};

/// The rooms of `hadaf-app`, lowest first: each may name those before it alone.
const ROOMS: [&str; 6] = ["session", "chart", "view", "report", "enter", "brief"];

/// The crates, each with the modules that still stand in circles. A circle that is opened leaves this list; none
/// comes into it.
const CIRCLES: [(&str, &[&str]); 20] = [
    ("hadaf-app", &[]),
    ("hadaf-brief", &[]),
    ("hadaf-chart", &[]),
    ("hadaf-cli", &[]),
    // The error holds the values that it speaks of, and their constructors fail with it.
    (
        "hadaf-core",
        &[
            "amount",
            "calendar",
            "coefficient",
            "cost",
            "decimal",
            "error",
            "factor",
            "formula",
            "observation",
            "period",
            "period_error",
            "period_text",
            "risk",
            "series",
            "series_id",
            "text",
        ],
    ),
    ("hadaf-desktop", &[]),
    ("hadaf-error", &[]),
    ("hadaf-export", &[]),
    ("hadaf-fonts", &[]),
    ("hadaf-forecast", &[]),
    ("hadaf-import", &[]),
    ("hadaf-intake", &[]),
    ("hadaf-model", &[]),
    ("hadaf-outline", &[]),
    ("hadaf-picture", &[]),
    ("hadaf-register", &[]),
    ("hadaf-report", &[]),
    ("hadaf-sources", &[]),
    ("hadaf-store", &[]),
    ("hadaf-words", &[]),
];

#[test]
fn a_room_knows_lower_rooms_only() {
    let rooms = Modules::of("hadaf-app", &rust_files()).rooms();
    let level = |room: &str| ROOMS.iter().position(|known| *known == room);
    let mut arrows = 0;
    for (from, to) in rooms.arrows() {
        // The root hands on what the rooms offer.
        if from.is_empty() {
            continue;
        }
        arrows += 1;
        let is_lower = level(to) < level(from) && level(to).is_some();
        assert!(is_lower, "{from} names {}", if to.is_empty() { "the root" } else { to });
    }
    assert!(arrows > 5, "only {arrows} arrows found: are rooms still modules?");
}

#[test]
fn no_module_leads_back_to_itself() {
    let files = rust_files();
    let crates: BTreeSet<&str> = files
        .iter()
        .filter(|file| file.is_product())
        .map(Source::crate_name)
        .collect();
    assert_eq!(
        crates,
        CIRCLES.iter().map(|(name, _)| *name).collect(),
        "a crate came or went"
    );
    for (name, known) in CIRCLES {
        let circles = Modules::of(name, &files).rooms().circles();
        for circle in &circles {
            let new: Vec<&String> = circle
                .iter()
                .filter(|module| !known.contains(&module.as_str()))
                .collect();
            assert!(new.is_empty(), "{new:?} of {name} came into the circle {circle:?}");
        }
        let is_open = |module: &&&str| !circles.iter().any(|circle| circle.iter().any(|one| one == **module));
        let open: Vec<&&str> = known.iter().filter(is_open).collect();
        assert!(
            open.is_empty(),
            "{open:?} of {name} stand in no circle any more: off the list"
        );
    }
}

/// A module that has others below it stands among them, as `mod.rs`, and not beside their folder.
#[test]
fn a_module_of_several_files_is_a_folder() {
    let files = rust_files();
    let folders: BTreeSet<_> = files.iter().filter_map(|file| file.path.parent()).collect();
    let beside: Vec<_> = files
        .iter()
        .map(|file| &file.path)
        .filter(|path| folders.contains(path.with_extension("").as_path()))
        .collect();
    assert!(beside.is_empty(), "{beside:?}");
}
