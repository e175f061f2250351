//! Why a file is not read.

/// The file as a whole cannot be read, or is not meant to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WorkbookError {
    /// Nothing in it.
    Empty,
    /// More bytes than are read.
    TooLarge {
        /// Its size.
        bytes: usize,
        /// What is read at most.
        limit: usize,
    },
    /// It is packed so densely that it can only mean harm, or unpacks to more than is read.
    Bomb {
        /// The part of the file.
        part: String,
    },
    /// More cells than are held, or a cell further out than any sheet reaches.
    TooManyCells {
        /// What is held at most.
        limit: usize,
    },
    /// More sheets than are read.
    TooManySheets {
        /// What is read at most.
        limit: usize,
    },
    /// A cell that holds more than any table's.
    LongCell {
        /// Its sheet.
        sheet: String,
        /// Its row, from 1.
        row: u32,
        /// What a cell may hold.
        limit: usize,
    },
    /// It asks for a password.
    Password,
    /// It is something that holds no table.
    NoTable {
        /// What it is: `pdf`, `picture`, `word`, `slides`, `binary`, `archive`.
        what: &'static str,
    },
    /// A part is missing, or is not what it must be.
    Damaged {
        /// The part of the file.
        part: String,
    },
    /// It asks that values be deleted, which no import does.
    Deletes {
        /// Its row, from 1.
        row: u32,
    },
}

impl WorkbookError {
    /// A stable word for programs.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Empty => "import_empty",
            Self::TooLarge { .. } => "import_too_large",
            Self::Bomb { .. } => "import_unpacks_too_large",
            Self::TooManyCells { .. } => "import_too_many_cells",
            Self::TooManySheets { .. } => "import_too_many_sheets",
            Self::LongCell { .. } => "import_long_cell",
            Self::Password => "import_password",
            Self::NoTable { .. } => "import_no_table",
            Self::Damaged { .. } => "import_damaged",
            Self::Deletes { .. } => "import_deletes",
        }
    }

    pub(crate) fn damaged(part: &str) -> Self {
        Self::Damaged {
            part: part.chars().take(80).collect(),
        }
    }
}

crate::said::said_elsewhere!(WorkbookError);
