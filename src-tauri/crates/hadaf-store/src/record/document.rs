//! Documents that sources were read in. Their bytes are a table of their own, so that nothing but who wants them reads them.

use hadaf_core::{DocumentContent, SourceDocument};

use crate::table::table;

table! {
    SourceDocument in "document", ordered by "hash", named (hash: String);
    name;
    size;
    beside;
    attached_by;
    attached_at;
}

table! {
    DocumentContent in "document_content", ordered by "hash", named (hash: String);
    bytes;
}
