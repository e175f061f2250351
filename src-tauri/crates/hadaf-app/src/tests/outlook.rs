//! The outlook of the sample and of workspaces of which little can be known.

use std::sync::Arc;

use super::Desk;
use crate::outlook::Outlook;
use crate::situation::Situation;
use crate::wire::{NewWorkspace, OutlookRequest, OutlookView, SetObservation};

fn outlook(desk: &Desk, as_of: Option<&str>) -> OutlookView {
    desk.app.outlook(&request("ict_total", as_of)).unwrap()
}

fn request(series: &str, as_of: Option<&str>) -> OutlookRequest {
    OutlookRequest {
        series: series.into(),
        as_of: as_of.map(Into::into),
    }
}

#[test]
fn the_sample_is_told_whole() {
    let view = outlook(&Desk::with_sample(), None);
    println!("{}", serde_json::to_string_pretty(&view).unwrap());
}
