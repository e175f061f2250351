//! Which module names which: `use` and written-out paths, followed through what a module hands on.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::Source;
use super::scan::{places, word_at};

/// A path of names from the root of a crate; the root itself is empty.
type Path = Vec<String>;

/// The modules of one crate that stand in files of their own, without what is compiled for tests alone.
#[derive(Debug)]
pub struct Modules {
    code: BTreeMap<Path, String>,
}

/// An arrow from each module to those that it names.
#[derive(Debug, Default)]
pub struct Graph {
    arrows: BTreeMap<String, BTreeSet<String>>,
}

/// Whether a macro of the core makes the type of a record's numbers here.
fn numbers(code: &str, name: &str) -> bool {
    let made = code.split("numbered_ids!(").skip(1);
    made.filter_map(|rest| rest.split(");").next())
        .flat_map(str::lines)
        .any(|line| line.trim().trim_end_matches(',') == name)
}

impl Modules {
    /// The modules of the crate of this name.
    #[must_use]
    pub fn of(name: &str, files: &[Source]) -> Self {
        let code = files
            .iter()
            .filter(|file| file.crate_name() == name && file.is_product())
            .filter_map(|file| {
                let inside = file.path.strip_prefix(file.crate_folder().join("src")).ok()?;
                let mut path: Path = inside
                    .with_extension("")
                    .iter()
                    .map(|part| part.to_string_lossy().into_owned())
                    .collect();
                if path
                    .last()
                    .is_some_and(|last| ["mod", "lib", "main"].contains(&last.as_str()))
                {
                    path.pop();
                }
                Some((path, file.product_code()))
            })
            .collect();
        Self { code }
    }

    /// The module that a path leads to, as seen from `from`: where a name is defined, if a module hands it on.
    fn resolve(&self, from: &Path, path: &[String]) -> Option<Path> {
        let (mut at, names) = match path.first()?.as_str() {
            "crate" => (Path::new(), &path[1..]),
            "self" => (from.clone(), &path[1..]),
            "super" => {
                let ups = path.iter().take_while(|name| *name == "super").count();
                (from[..from.len().checked_sub(ups)?].to_vec(), &path[ups..])
            }
            first => {
                let mut child = from.clone();
                child.push(first.to_owned());
                if !self.code.contains_key(&child) {
                    return None;
                }
                (from.clone(), path)
            }
        };
        for (index, name) in names.iter().enumerate() {
            let mut deeper = at.clone();
            deeper.push(name.clone());
            if self.code.contains_key(&deeper) {
                at = deeper;
            } else {
                return Some(self.handed_on(&at, &names[index..]).unwrap_or(at));
            }
        }
        Some(at)
    }

    /// Where `names` is defined when `module` only hands it on.
    fn handed_on(&self, module: &Path, names: &[String]) -> Option<Path> {
        let code = self.code.get(module)?;
        let mut from_all = None;
        for used in uses(code).into_iter().filter(|used| used.is_public) {
            if used.name == names[0] {
                let mut path = used.path;
                path.extend_from_slice(&names[1..]);
                return self.resolve(module, &path);
            }
            if used.name == "*" {
                // All of another crate is none of ours.
                let Some(inner) = self.resolve(module, &used.path) else {
                    continue;
                };
                let defines = |word: &str| {
                    places(&self.code[&inner], word).any(|at| word_at(&self.code[&inner], at + word.len()) == names[0])
                };
                if ["struct", "enum", "trait", "type", "fn", "const", "static"]
                    .into_iter()
                    .any(defines)
                    || numbers(&self.code[&inner], &names[0])
                {
                    from_all = Some(inner);
                } else if let Some(found) = self.handed_on(&inner, names) {
                    from_all = Some(found);
                }
            }
        }
        from_all.or_else(|| self.exported_macro(module, &names[0]))
    }

    /// The module that defines a macro which Rust puts at the root, since it is exported.
    fn exported_macro(&self, module: &Path, name: &str) -> Option<Path> {
        let defines =
            |code: &str| places(code, "macro_rules").any(|at| word_at(code, at + "macro_rules!".len()) == name);
        let mut homes = self.code.iter().filter(|(_, code)| module.is_empty() && defines(code));
        homes.next().map(|(home, _)| home.clone())
    }

    /// An arrow for each module that names another of the same crate.
    #[must_use]
    pub fn graph(&self) -> Graph {
        let mut graph = Graph::default();
        for (module, code) in &self.code {
            let named = uses(code).into_iter().map(|used| used.path).chain(written_out(code));
            for path in named {
                if let Some(found) = self.resolve(module, &path)
                    && found != *module
                {
                    graph.add(&module.join("::"), &found.join("::"));
                }
            }
        }
        graph
    }

    /// As [`Modules::graph`], with a top module and all below it taken as one.
    #[must_use]
    pub fn rooms(&self) -> Graph {
        let room = |path: &str| path.split("::").next().unwrap_or_default().to_owned();
        let mut rooms = Graph::default();
        for (from, all) in self.graph().arrows {
            for to in all {
                if room(&from) != room(&to) {
                    rooms.add(&room(&from), &room(&to));
                }
            }
        }
        rooms
    }
}

impl Graph {
    fn add(&mut self, from: &str, to: &str) {
        self.arrows.entry(from.to_owned()).or_default().insert(to.to_owned());
    }

    /// Every arrow, as who names whom.
    pub fn arrows(&self) -> impl Iterator<Item = (&str, &str)> {
        self.arrows
            .iter()
            .flat_map(|(from, all)| all.iter().map(move |to| (from.as_str(), to.as_str())))
    }

    /// All that can be reached from `start`.
    fn reached(&self, start: &str) -> BTreeSet<&str> {
        let mut found = BTreeSet::new();
        let mut open = vec![start];
        while let Some(at) = open.pop() {
            for to in self.arrows.get(at).into_iter().flatten() {
                if found.insert(to.as_str()) {
                    open.push(to);
                }
            }
        }
        found
    }

    /// Groups of modules each of which can be reached from every other of its group.
    #[must_use]
    pub fn circles(&self) -> Vec<BTreeSet<String>> {
        let reached: BTreeMap<&str, BTreeSet<&str>> = self
            .arrows
            .keys()
            .map(|from| (from.as_str(), self.reached(from)))
            .collect();
        let mut found = BTreeSet::new();
        for (from, all) in &reached {
            let back = |to: &&&str| reached.get(**to).is_some_and(|back| back.contains(from));
            let circle: BTreeSet<String> = all.iter().filter(back).map(|to| (*to).to_owned()).collect();
            if !circle.is_empty() {
                found.insert(circle);
            }
        }
        found.into_iter().collect()
    }
}

/// One name that a `use` brings in.
struct Use {
    path: Path,
    /// The name that it is known by here; `*` for all that `path` has.
    name: String,
    is_public: bool,
}

/// The `use` statements of `code`, and whether each is handed on.
fn statements(code: &str) -> Vec<(Range<usize>, bool)> {
    let mut found = Vec::new();
    for at in places(code, "use") {
        let before = code[..at].trim_end();
        let unscoped = before
            .strip_suffix(')')
            .and_then(|scoped| scoped.rsplit_once('('))
            .map_or(before, |(head, _)| head);
        let (before, is_public) = match unscoped.strip_suffix("pub") {
            Some(before) => (before.trim_end(), true),
            None => (before, false),
        };
        let starts = before.is_empty() || before.ends_with([';', '{', '}', ']']);
        if let Some(length) = code[at..].find(';')
            && starts
        {
            found.push((at..at + length, is_public));
        }
    }
    found
}

/// The names that the `use`s of `code` bring in, groups taken apart.
fn uses(code: &str) -> Vec<Use> {
    let one = |(range, is_public): (Range<usize>, bool)| {
        let tree = code[range]
            .trim_start_matches("use")
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" ");
        let all = branches(&tree).into_iter();
        all.map(move |(path, name)| Use { path, name, is_public })
            .collect::<Vec<_>>()
    };
    statements(code).into_iter().flat_map(one).collect()
}

/// The paths of a `use` tree, each with the name under which it is known.
fn branches(tree: &str) -> Vec<(Path, String)> {
    let tree = tree.trim();
    if let Some((stem, group)) = tree.split_once('{') {
        let stem = names(stem);
        let group = group.strip_suffix('}').unwrap_or(group);
        let below = split_group(group).into_iter().flat_map(branches);
        return below
            .map(|(path, name)| {
                let is_self = path.first().is_some_and(|first| first == "self");
                let whole: Path = stem.iter().chain(&path[usize::from(is_self)..]).cloned().collect();
                let name = if name == "self" {
                    whole.last().cloned().unwrap_or_default()
                } else {
                    name
                };
                (whole, name)
            })
            .collect();
    }
    let (path, alias) = tree.split_once(" as ").unwrap_or((tree, ""));
    let mut path = names(path);
    let Some(last) = path.last().cloned() else {
        return Vec::new();
    };
    if last == "*" {
        path.pop();
    }
    vec![(
        path,
        if alias.is_empty() {
            last
        } else {
            alias.trim().to_owned()
        },
    )]
}

/// What stands between the commas of a group, groups inside kept whole.
fn split_group(group: &str) -> Vec<&str> {
    let (mut depth, mut start, mut found) = (0, 0, Vec::new());
    for (at, c) in group.char_indices() {
        match c {
            '{' => depth += 1,
            '}' => depth -= 1,
            ',' if depth == 0 => {
                found.push(&group[start..at]);
                start = at + 1;
            }
            _ => {}
        }
    }
    found.push(&group[start..]);
    found
}

/// Paths that stand in the code itself, such as `crate::words::said` or `frame::draw`.
fn written_out(code: &str) -> Vec<Path> {
    let mut code = code.to_owned();
    for (range, _) in statements(&code) {
        code.replace_range(range.clone(), &" ".repeat(range.len()));
    }
    let bytes = code.as_bytes();
    code.match_indices("::")
        .filter_map(|(at, _)| {
            let start = code[..at]
                .rfind(|c: char| c != '_' && !c.is_ascii_alphanumeric())
                .map_or(0, |before| before + 1);
            // The head of a path is followed from here; its later parts are not heads.
            let is_head = start < at && !code[..start].ends_with("::");
            let is_module = bytes.get(start).is_some_and(u8::is_ascii_lowercase);
            (is_head && is_module).then(|| path_from(&code[start..]))
        })
        .collect()
}

/// The names that `::` joins, from the start of `code`.
fn path_from(code: &str) -> Path {
    let mut found = Vec::new();
    let mut rest = code;
    loop {
        let end = rest
            .find(|c: char| c != '_' && !c.is_ascii_alphanumeric())
            .unwrap_or(rest.len());
        if end == 0 {
            return found;
        }
        found.push(rest[..end].to_owned());
        match rest[end..].strip_prefix("::") {
            Some(next) => rest = next,
            None => return found,
        }
    }
}

fn names(path: &str) -> Path {
    path.split("::")
        .map(str::trim)
        .filter(|name| !name.is_empty())
        .map(str::to_owned)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn crate_of(files: &[(&str, &str)]) -> Modules {
        let files: Vec<Source> = files
            .iter()
            .map(|(name, code)| Source::new(format!("src-tauri/crates/a/src/{name}").into(), (*code).to_owned()))
            .collect();
        Modules::of("a", &files)
    }

    #[test]
    fn names_are_followed_to_where_they_are_defined() {
        let modules = crate_of(&[
            (
                "lib.rs",
                "mod words; mod view; pub use other_crate::*; pub use words::{Format, prose::*};",
            ),
            (
                "words/mod.rs",
                "mod prose; pub(crate) use prose::said as told; pub struct Format;",
            ),
            (
                "words/prose.rs",
                "use super::Format; pub fn said() {} pub struct Prose; #[macro_export] macro_rules! say { () => {} }",
            ),
            (
                "view.rs",
                "use crate::{words::{self, told}, Prose, say}; fn a() { crate::words::Format::new(); } // crate::nothing",
            ),
        ]);
        let graph = modules.graph();
        let arrows: Vec<(&str, &str)> = graph.arrows().collect();
        assert_eq!(
            arrows,
            [
                ("", "words"),
                ("", "words::prose"),
                ("view", "words"),
                ("view", "words::prose"),
                ("words", "words::prose"),
                ("words::prose", "words"),
            ]
        );
        assert_eq!(graph.circles().len(), 1, "{:?}", graph.circles());
        assert!(modules.rooms().circles().is_empty());
    }
}
