//! Sources with their documents: entered, amended, merged, removed, attached and read back, each one change that can be
//! undone.

use std::fs;
use std::path::Path;

use hadaf_app::wire::*;
use hadaf_app::{Code, Existing, ShowRequest};
use serde_json::{Value, json};

use super::Desk;

/// Euros, calendar years, one figure of one source.
fn own() -> Desk {
    let desk = Desk::in_euros("Services exports");
    enter(&desk, "2026-01", "100", "Release");
    desk
}

fn enter(desk: &Desk, period: &str, value: &str, source: &str) {
    desk.app
        .observation_set(&SetObservation {
            series: "total".into(),
            period: period.into(),
            value: value.into(),
            published: "2026-03-15".into(),
            source: source.into(),
            status: None,
            note: String::new(),
        })
        .unwrap();
}

fn listed(desk: &Desk) -> Vec<SourceItem> {
    desk.app.sources(&KnownRequest::default()).unwrap().sources
}

fn source(desk: &Desk, title: &str) -> SourceItem {
    listed(desk).into_iter().find(|it| it.title == title).unwrap()
}

/// All that can be read of the workspace: what undo must bring back.
fn told(desk: &Desk) -> Value {
    let show = desk.app.show(&ShowRequest::default()).unwrap();
    json!([
        show,
        listed(desk),
        desk.app.disagreements(&DisagreementsRequest::default()).unwrap()
    ])
}

/// One change, which is taken back and made again.
fn changes(desk: &Desk, change: impl FnOnce() -> Changed) -> Changed {
    let before = told(desk);
    let changed = change();
    let after = told(desk);
    assert_ne!(before, after, "{}", changed.label);
    desk.app.undo().unwrap();
    assert_eq!(told(desk), before, "undo of {}", changed.label);
    desk.app.redo().unwrap();
    assert_eq!(told(desk), after, "redo of {}", changed.label);
    changed
}

fn attach(desk: &Desk, path: &Path, inside: bool) -> Result<Changed, hadaf_app::AppError> {
    desk.app.document_attach(&AttachDocument {
        id: "Release".into(),
        path: path.to_owned(),
        inside,
    })
}

fn save(desk: &Desk, to: &str, existing: Existing) -> Result<Exported, hadaf_app::AppError> {
    let id = "Release".into();
    let path = desk.path(to);
    desk.app.document_save(&SaveDocument { id, path }, existing)
}

#[test]
fn a_source_is_entered_amended_and_removed() {
    let desk = own();
    let request = |value: Value| serde_json::from_value::<SetSource>(value).unwrap();
    let added = changes(&desk, || {
        let fields = json!({ "title": "Yearbook", "page": "12", "retrieved": "20 March 2026" });
        desk.app.source_set(&request(fields)).unwrap()
    });
    let id = added.made.unwrap();
    changes(&desk, || {
        let fields = json!({ "id": id, "publisher": "Bureau", "note": "Table 3" });
        desk.app.source_set(&request(fields)).unwrap()
    });
    let yearbook = source(&desk, "Yearbook");
    assert_eq!(
        (
            yearbook.publisher.as_str(),
            yearbook.page.as_str(),
            yearbook.retrieved.as_str()
        ),
        ("Bureau", "12", "2026-03-20")
    );
    for (wrong, code) in [
        (json!({ "id": id, "title": " " }), Code::Word),
        (json!({ "id": id, "retrieved": "2027-01-01" }), Code::Date),
        (json!({ "id": id, "title": "x".repeat(3_000) }), Code::Refused),
        (json!({ "id": "Nobody's" }), Code::Refused),
        (
            json!({ "title": "yearbook", "publisher": "bureau", "page": "12" }),
            Code::Refused,
        ),
    ] {
        let error = desk.app.source_set(&request(wrong.clone())).unwrap_err();
        assert_eq!(error.code, code, "{wrong}");
        assert!(desk.app.in_words(&error).hint.is_some(), "{wrong}");
    }
    changes(&desk, || {
        desk.app.source_remove(&RemoveNamed { id: id.clone() }).unwrap()
    });
    assert_eq!(listed(&desk).len(), 1);
}

#[test]
fn a_source_in_use_is_not_removed_and_says_what_uses_it() {
    let desk = Desk::with_sample();
    let error = desk.app.source_remove(&RemoveNamed { id: "67".into() }).unwrap_err();
    let view = desk.app.in_words(&error);
    assert_eq!(error.code, Code::Refused);
    let used = listed(&desk).into_iter().find(|it| it.id == 67).unwrap();
    assert!(
        used.observations > 0 && view.message.contains(&used.uses),
        "{} {}",
        view.message,
        used.uses
    );
    // Every source of the sample on which anything rests says so.
    for item in listed(&desk) {
        let rests = item.observations + item.claims + item.entries > 0;
        assert_eq!(item.uses.is_empty(), !rests, "{item:?}");
        let removed = desk.app.source_remove(&RemoveNamed {
            id: item.id.to_string(),
        });
        assert_eq!(removed.is_err(), rests, "{item:?}");
        if removed.is_ok() {
            desk.app.undo().unwrap();
        }
    }
}

#[test]
fn two_sources_that_are_one_are_merged_with_all_that_rests_on_them() {
    let desk = Desk::with_sample();
    let before = listed(&desk);
    let (from, into) = (
        before.iter().find(|it| it.id == 78),
        before.iter().find(|it| it.id == 79),
    );
    let (from, into) = (from.unwrap(), into.unwrap());
    let merge = MergeSources {
        from: "78".into(),
        into: "79".into(),
    };
    changes(&desk, || desk.app.source_merge(&merge).unwrap());
    let after = listed(&desk);
    assert_eq!(after.len(), before.len() - 1);
    let taken = after.iter().find(|it| it.id == 79).unwrap();
    assert_eq!(taken.observations, from.observations + into.observations);
    assert_eq!(taken.claims, from.claims + into.claims);
    assert_eq!(taken.entries, from.entries + into.entries);
    let itself = MergeSources {
        from: "79".into(),
        into: "79".into(),
    };
    assert_eq!(desk.app.source_merge(&itself).unwrap_err().code, Code::Refused);
}

#[test]
fn every_source_of_the_sample_can_be_merged_into_every_other_kind() {
    let desk = Desk::with_sample();
    let of = |pick: fn(&SourceItem) -> bool| listed(&desk).into_iter().find(pick).unwrap().id.to_string();
    let kinds = [
        of(|it| it.claims > 0 && it.entries == 0),
        of(|it| it.entries > 0 && it.claims == 0),
        of(|it| it.observations > 0 && it.claims == 0 && it.entries == 0),
    ];
    for (from, into) in [(0, 1), (1, 2), (2, 0)] {
        let merge = MergeSources {
            from: kinds[from].clone(),
            into: kinds[into].clone(),
        };
        let before = told(&desk);
        desk.app.source_merge(&merge).unwrap();
        assert!(listed(&desk).iter().all(|it| it.id.to_string() != kinds[from]));
        desk.app.undo().unwrap();
        assert_eq!(told(&desk), before);
    }
}

#[test]
fn a_figure_that_both_sources_have_stays_once() {
    let desk = own();
    enter(&desk, "2026-02", "110", "Release");
    enter(&desk, "2026-01", "100", "Release again");
    enter(&desk, "2026-02", "111", "Release again");
    let merge = MergeSources {
        from: "Release again".into(),
        into: "Release".into(),
    };
    let changed = changes(&desk, || desk.app.source_merge(&merge).unwrap());
    assert_eq!(source(&desk, "Release").observations, 3);
    assert!(changed.notes[0].contains("stays once"), "{:?}", changed.notes);
    assert!(changed.notes[1].contains("differs"), "{:?}", changed.notes);
}

#[test]
fn a_document_inside_the_workspace_comes_back_byte_for_byte() {
    let desk = own();
    let bytes: Vec<u8> = (0..=255).cycle().take(70_000).collect();
    let paper = desk.path("release of March.pdf");
    fs::write(&paper, &bytes).unwrap();
    let offer = desk.app.document_offer(&paper).unwrap();
    assert_eq!(
        (offer.bytes, offer.can_be_inside, offer.can_be_beside),
        (70_000, true, true)
    );
    assert!(offer.inside.contains("140 kB"), "{}", offer.inside);
    changes(&desk, || attach(&desk, &paper, true).unwrap());
    fs::remove_file(&paper).unwrap();

    let document = source(&desk, "Release").document.unwrap();
    assert_eq!(
        (document.state, document.name.as_str()),
        (DocumentState::Inside, "release of March.pdf")
    );
    save(&desk, "copy.pdf", Existing::Keep).unwrap();
    assert_eq!(fs::read(desk.path("copy.pdf")).unwrap(), bytes);
    let again = save(&desk, "copy.pdf", Existing::Keep).unwrap_err();
    assert_eq!(again.code, Code::Exists);
    save(&desk, "copy.pdf", Existing::Replace).unwrap();
    for existing in [Existing::Keep, Existing::Replace] {
        assert_eq!(save(&desk, "own.hadaf", existing).unwrap_err().code, Code::Exists);
    }
    assert!(desk.app.documents_check().unwrap().broken().is_empty());

    // A copy of the workspace has it too.
    desk.app.workspace_save_copy(&desk.path("other.hadaf")).unwrap();
    desk.app
        .open(&desk.path("other.hadaf"), hadaf_app::Access::Read)
        .unwrap();
    save(&desk, "other.pdf", Existing::Keep).unwrap();
    assert_eq!(fs::read(desk.path("other.pdf")).unwrap(), bytes);
}

#[test]
fn a_document_beside_the_workspace_is_missed_and_its_change_is_noticed() {
    let desk = own();
    fs::create_dir(desk.path("papers")).unwrap();
    let paper = desk.path("papers").join("release.txt");
    fs::write(&paper, "366").unwrap();
    changes(&desk, || attach(&desk, &paper, false).unwrap());
    let state = || source(&desk, "Release").document.unwrap().state;
    let checked = || desk.app.document_item("Release").unwrap().state;
    assert_eq!((state(), checked()), (DocumentState::Beside, DocumentState::Beside));
    save(&desk, "copy.txt", Existing::Keep).unwrap();
    assert_eq!(fs::read(desk.path("copy.txt")).unwrap(), b"366");

    // Of the same size: the hash alone tells.
    fs::write(&paper, "356").unwrap();
    assert_eq!((state(), checked()), (DocumentState::Beside, DocumentState::Changed));
    assert_eq!(save(&desk, "no.txt", Existing::Keep).unwrap_err().code, Code::Refused);
    assert_eq!(desk.app.documents_check().unwrap().broken().len(), 1);
    fs::write(&paper, "3,567").unwrap();
    assert_eq!(state(), DocumentState::Changed);
    fs::remove_file(&paper).unwrap();
    assert_eq!(state(), DocumentState::Missing);
    assert_eq!(save(&desk, "no.txt", Existing::Keep).unwrap_err().code, Code::NotFound);
    assert!(!desk.path("no.txt").exists());

    // Elsewhere it would not travel with the workspace.
    let elsewhere = tempfile::tempdir().unwrap();
    let far = elsewhere.path().join("far.txt");
    fs::write(&far, "366").unwrap();
    assert_eq!(attach(&desk, &far, false).unwrap_err().code, Code::Refused);
    let offer = desk.app.document_offer(&far).unwrap();
    assert!(offer.can_be_inside && !offer.can_be_beside);
}

#[test]
fn one_document_of_two_sources_stays_until_both_let_go_of_it() {
    let desk = own();
    enter(&desk, "2026-02", "110", "Other page");
    let paper = desk.path("release.pdf");
    fs::write(&paper, "both").unwrap();
    attach(&desk, &paper, true).unwrap();
    let other = AttachDocument {
        id: "Other page".into(),
        path: paper.clone(),
        inside: true,
    };
    desk.app.document_attach(&other).unwrap();
    let detach = |id: &str| desk.app.document_detach(&RemoveNamed { id: id.into() }).unwrap();
    changes(&desk, || detach("Other page"));
    save(&desk, "copy.pdf", Existing::Keep).unwrap();
    // Another document takes the place of the first.
    fs::write(&paper, "another").unwrap();
    changes(&desk, || attach(&desk, &paper, true).unwrap());
    save(&desk, "copy.pdf", Existing::Replace).unwrap();
    assert_eq!(fs::read(desk.path("copy.pdf")).unwrap(), b"another");
    changes(&desk, || detach("Release"));
    assert_eq!(save(&desk, "none.pdf", Existing::Keep).unwrap_err().code, Code::Refused);
}

#[test]
fn what_is_no_document_is_refused_in_words() {
    let desk = own();
    let large = desk.path("large.bin");
    // Nothing is written: the file only says that it is so large.
    fs::File::create(&large)
        .unwrap()
        .set_len(256 * 1024 * 1024 + 1)
        .unwrap();
    let middle = desk.path("middle.bin");
    fs::File::create(&middle)
        .unwrap()
        .set_len(32 * 1024 * 1024 + 1)
        .unwrap();
    for (path, inside, code) in [
        (desk.path("none.pdf"), true, Code::NotFound),
        (desk.path("."), true, Code::Io),
        (large.clone(), false, Code::Refused),
        (middle.clone(), true, Code::Refused),
    ] {
        let error = attach(&desk, &path, inside).unwrap_err();
        assert_eq!(error.code, code, "{}", path.display());
        let view = desk.app.in_words(&error);
        assert!(view.hint.is_some(), "{view:?}");
    }
    assert_eq!(desk.app.document_offer(&large).unwrap_err().code, Code::Refused);
    let offer = desk.app.document_offer(&middle).unwrap();
    assert!(
        !offer.can_be_inside && offer.can_be_beside && offer.inside.contains("32 MB"),
        "{offer:?}"
    );
    #[cfg(unix)]
    assert_eq!(
        desk.app.document_offer(Path::new("/dev/null")).unwrap_err().code,
        Code::Refused
    );
}
