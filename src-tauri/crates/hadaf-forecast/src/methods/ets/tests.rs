//! Against statsforecast and R, at their parameters.

use super::*;
use crate::reference::{AIR_PASSENGERS, NILE};

const AIR: EtsKind = EtsKind {
    error: Form::Multiplicative,
    slope: Slope::Damped,
    season: Form::Multiplicative,
};

fn state(level: f64, slope: f64, latest_first: [f64; 12]) -> EtsState {
    let mut season = latest_first.to_vec();
    season.reverse();
    EtsState { level, slope, season }
}

#[test]
fn agrees_with_statsforecast_at_its_parameters() {
    // statsforecast 2.1.1: AutoETS(season_length=12, model="MAM", damped=False) on AirPassengers.
    // Not a damped one: from the second month on its damping adds phi twice instead of phi and
    // phi squared.
    let kind = EtsKind {
        slope: Slope::Additive,
        ..AIR
    };
    let parameters = EtsParameters {
        alpha: 0.013_913_150_418_267_744,
        beta: 0.003_385_351_652_103_939_4,
        gamma: 0.007_291_985_774_927_909,
        phi: 1.0,
    };
    let start = state(
        111.428_805_155_278_08,
        1.661_213_659_640_138_1,
        [
            0.891_411_414_559_669_2,
            0.792_758_107_338_03,
            0.916_844_913_767_700_6,
            1.052_914_378_833_794_7,
            1.214_592_039_353_329_6,
            1.227_775_288_810_714_3,
            1.107_737_570_054_155_2,
            0.980_902_284_745_549_2,
            0.985_426_851_977_474_9,
            1.020_242_461_744_499,
            0.896_490_692_426_768,
            0.912_903_996_388_315_9,
        ],
    );
    let ets = Ets::with(&AIR_PASSENGERS, kind, parameters, &start).expect("positive");
    assert!(
        (ets.log_likelihood() - -736.567_752_149_440_1).abs() < 1e-6,
        "{}",
        ets.log_likelihood()
    );
    assert!(
        (ets.criterion() - 1_511.992_647_156_023_2).abs() < 1e-6,
        "{}",
        ets.criterion()
    );
    let published = [
        448.313_165_268_757_2,
        442.993_803_344_678_1,
        507.419_979_500_296_97,
        493.401_280_868_223_9,
        494.382_184_734_841_1,
        561.877_295_580_745_8,
        626.770_933_643_596_5,
        623.995_962_925_321_6,
        544.173_883_524_971_2,
        476.807_199_342_146_1,
        414.890_239_925_688_3,
        469.240_113_342_872_33,
    ];
    for (ours, theirs) in ets.forecast(12).iter().zip(published) {
        assert!((ours - theirs).abs() < 1e-4, "{ours} {theirs}");
    }
}

#[test]
fn agrees_with_r_at_the_parameters_that_it_reports() {
    // R forecast: ets(AirPassengers) observations ETS(M,Ad,M), alpha 0.7096, beta 0.0204, gamma 1e-04,
    // phi 0.98, l 120.9939, b 1.7705, AIC 1395.166; four digits of states allow a tenth
    let parameters = EtsParameters {
        alpha: 0.7096,
        beta: 0.0204,
        gamma: 1e-4,
        phi: 0.98,
    };
    let start = state(
        120.9939,
        1.7705,
        [
            0.8944, 0.7993, 0.9217, 1.0592, 1.2203, 1.2318, 1.1105, 0.9786, 0.9804, 1.011, 0.8869, 0.9059,
        ],
    );
    let ets = Ets::with(&AIR_PASSENGERS, AIR, parameters, &start).expect("positive");
    let aic = -2.0 * ets.log_likelihood() + 36.0;
    assert!((aic - 1395.166).abs() < 0.1, "{aic}");
}

#[test]
fn agrees_with_statsforecast_on_the_nile() {
    // statsforecast 2.1.1: AutoETS(season_length=1, model="ANN") and ("AAN", damped=False) on NILE
    for (slope, parameters, start, likelihood, criterion, published) in [
        (
            Slope::None,
            (0.245_241_702_301_025_4, 0.0),
            (1_111.242_775_268_554_4, 0.0),
            -726.390_543_222_464_1,
            1_459.031_086_444_928_2,
            [805.479_131_957_407_8; 3],
        ),
        (
            Slope::Additive,
            (0.209_411_634_597_286_46, 0.0001),
            (1_123.762_653_276_674_7, -3.204_315_246_600_416_3),
            -725.955_769_521_920_7,
            1_462.549_836_916_182,
            [802.746_816_491_146_3, 799.544_702_256_341_9, 796.342_588_021_537_5],
        ),
    ] {
        let kind = EtsKind {
            error: Form::Additive,
            slope,
            season: Form::None,
        };
        let parameters = EtsParameters {
            alpha: parameters.0,
            beta: parameters.1,
            gamma: 0.0,
            phi: 1.0,
        };
        let start = EtsState {
            level: start.0,
            slope: start.1,
            season: Vec::new(),
        };
        let ets = Ets::with(&NILE, kind, parameters, &start).expect("long enough");
        assert!(
            (ets.log_likelihood() - likelihood).abs() < 1e-6,
            "{}",
            ets.log_likelihood()
        );
        assert!((ets.criterion() - criterion).abs() < 1e-6, "{}", ets.criterion());
        for (ours, theirs) in ets.forecast(3).iter().zip(published) {
            assert!((ours - theirs).abs() < 1e-4, "{ours} {theirs}");
        }
        // Our own fit starts from a line through the first ten years instead of searching for the start;
        // the step of 1899 (145 is the standard deviation of a year) makes that matter here
        let fitted = Ets::fit_kind(&NILE, 1, kind).expect("long enough");
        assert!(
            fitted.log_likelihood() > likelihood - 3.0,
            "{}",
            fitted.log_likelihood()
        );
        assert!(
            (fitted.forecast(1)[0] / published[0] - 1.0).abs() < 0.05,
            "{}",
            fitted.forecast(1)[0]
        );
    }
}

#[test]
fn fits_better_than_statsforecast_and_nearly_as_well_as_r() {
    let ets = Ets::fit(&AIR_PASSENGERS, 12).expect("long enough");
    assert!(
        ets.log_likelihood() > -770.66 && ets.log_likelihood() > -679.6 - 8.0,
        "{ets:?}"
    );
}
