//! The browser tests: the built viewer in Chromium, Firefox and WebKit, driven by one harness.

#![expect(clippy::unwrap_used, reason = "tests may panic")]

mod ahead;
mod browser;
mod chromedriver;
mod disk;
mod driver;
mod faults;
mod figures;
mod filters;
mod host;
mod mutilated;
mod offline;
mod packs;
mod reading;
mod rules;
mod search;
mod share;
mod single_file;
mod start;
mod timeline;
mod without_scripts;

/// One test for each case in each browser, so that a failure names both.
macro_rules! cases {
    ($browser:ident: $($module:ident :: $case:ident),+ $(,)?) => {
        $(#[test]
        fn $case() {
            crate::driver::run(stringify!($browser), |browser| Box::pin(crate::$module::$case(browser)));
        })+
    };
}

/// The cases that are told in all three.
macro_rules! common_cases {
    ($browser:ident) => {
        cases!(
            $browser:
            ahead::what_is_pointed_at_is_fetched,
            ahead::what_stays_in_sight_is_fetched,
            reading::opens,
            reading::back_restores_filters_and_scroll,
            reading::back_from_page_two_and_after_a_reload,
            reading::neighbours,
            reading::shared_links_open_cold,
            reading::unknown_address,
            reading::works_without_the_viewer,
            filters::two_tags,
            filters::either_and_none,
            filters::order_and_dates,
            filters::odd_tags,
            filters::what_cannot_be_followed_is_said,
            filters::no_results,
            faults::broken_index,
            faults::broken_cards_and_overview,
            faults::broken_article,
            disk::a_folder_reads_and_links,
            mutilated::a_page_that_was_changed_stays,
            mutilated::a_viewer_that_is_gone_leaves_the_page,
            without_scripts::every_kind_of_page_reads,
            packs::a_list_leads_into_a_pack,
            packs::a_link_opens_its_pack,
            rules::keyboard_only,
            search::a_damaged_part_is_named_and_tried_again,
            search::filters_are_typed_and_words_that_are_nowhere_said,
            search::finds_while_one_types,
            rules::phone,
            rules::the_style_inside_a_page_is_enough,
            share::an_address_is_shared,
            share::an_address_is_copied_or_mailed,
            share::nothing_is_offered_without_the_viewer,
            single_file::reads_from_disk,
            single_file::opens_cold,
            single_file::says_what_is_lacking,
            single_file::searches,
            start::at_each_sign,
            start::by_itself,
            start::at_once_where_it_is_needed,
            start::nothing_is_lost_before,
            timeline::ranges_are_drawn,
        );
    };
}

/// The cases of browsers that have service workers when they are driven.
macro_rules! offline_cases {
    ($browser:ident) => {
        cases!(
            $browser:
            offline::what_was_opened_reads,
            offline::the_whole_is_kept_and_removed,
            offline::a_new_version_takes_over,
        );
    };
}

mod chromium {
    common_cases!(chromium);
    // Its rules judge markup and style sheet, which are the same in all. Shifts are told by this browser alone.
    cases!(chromium: rules::axe_finds_nothing, rules::nothing_shifts);
    #[test]
    #[ignore = "measures what `cargo xtask bench find` names"]
    fn figures() {
        crate::driver::run("chromium", |browser| Box::pin(crate::figures::of_finding(browser)));
    }
    // No driver tells other browsers to save data.
    cases!(chromium: ahead::nothing_is_fetched_for_who_saves_data);
    // WebKit's driver lets no page have a service worker.
    offline_cases!(chromium);
}

mod firefox {
    common_cases!(firefox);
    offline_cases!(firefox);
}

mod webkit {
    common_cases!(webkit);
}
