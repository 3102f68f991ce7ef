//! The one component: what the reader sees now, what happens when something is done, and the shell around every page.

mod fetching;
mod typing;

use std::rc::Rc;

use yew::prelude::*;

use crate::site::{DataError, Query, Route, SiteName};

use super::browser::{self, Motion, Sign};
use super::components::{End, Settings, failure, frame, skeleton};
#[cfg(not(target_arch = "wasm32"))]
use super::element::markup;
use super::element::{El, el};
use super::pages::{list_page, lost_page, reader_page, unavailable};
use super::scene::Scene;
use super::shown::Shown;
use super::{Library, Part};

/// What a page is started with.
#[derive(Properties, Clone, PartialEq)]
pub(crate) struct AppProps {
    /// The path of the page below the site's root, `/` first.
    pub path: String,
    /// The path of the site's root on its host, `/` at both ends.
    pub root: String,
    /// Holds what the page carries.
    pub library: Library,
    /// Title and the like.
    pub site: Rc<SiteName>,
}

/// The whole viewer. The first render shows what was prerendered, whatever the query string says. It is one component:
/// each one more adds some 5 kB to the viewer.
pub(crate) struct App {
    scene: Scene,
    settings: Settings,
    shown: Option<Shown>,
    /// Whether what is shown is what was asked for, and not what was there before.
    is_current: bool,
    /// The part that is missing, and the one that was asked for last.
    missing: Option<Part>,
    requested: Option<Part>,
    /// The articles that are being fetched before they were asked for.
    coming: Vec<Part>,
    error: Option<DataError>,
    /// Whether the reader asked for another try.
    again: bool,
    arrived: Option<(String, String)>,
    arrival: Option<browser::Frame>,
    /// Until the reader rests who draws across the timeline.
    pause: Option<browser::Pause>,
}

/// What happens to the viewer.
pub(crate) enum Message {
    /// The first render has passed.
    Hydrated,
    /// The address has changed.
    Moved,
    /// The reader wants to see another page.
    Go(Route, Query, Motion),
    /// The reader may follow these links next.
    Foreseen(Sign, Vec<String>),
    /// A part has come, or can't be had.
    Loaded(Part, Result<(), DataError>),
    /// The reader wants the missing part to be tried again.
    Retry,
    /// The reader set how tags are found.
    Set(Settings),
    /// The address of what is shown was copied.
    Copied,
    /// The reader typed into the search box.
    Typed(String),
    /// The reader draws across these periods, the first and the last.
    Brush(usize, usize),
    /// The same, as shares of the whole timeline.
    Drawn(f64, f64),
    /// The reader rests.
    Brushed,
    /// The reader wrote one end of the range of dates.
    Date(End, String),
}

impl Component for App {
    type Message = Message;
    type Properties = AppProps;

    fn create(context: &Context<Self>) -> Self {
        Self::new(context.props(), context.link().callback(|message| message))
    }

    fn update(&mut self, _: &Context<Self>, message: Message) -> bool {
        match message {
            Message::Hydrated => {
                self.scene.hydrated = true;
                self.look();
                // What was typed before the viewer ran.
                let typed = browser::value(browser::SEARCH).filter(|typed| !typed.trim().is_empty());
                if let Some(typed) = typed.filter(|_| self.scene.query.selection.text.is_empty()) {
                    self.typed(&typed);
                }
            }
            Message::Moved => self.look(),
            Message::Go(to, query, motion) => {
                browser::leave(motion);
                browser::push(&self.scene.address(&to, &query));
                browser::enter();
                self.look();
            }
            Message::Foreseen(sign, links) => {
                self.fetch_ahead(sign, &links);
                return false;
            }
            Message::Loaded(part, result) => return self.loaded(&part, result),
            Message::Retry => (self.error, self.requested, self.again) = (None, None, true),
            Message::Set(settings) => {
                self.settings = settings;
                self.compose();
            }
            Message::Copied => self.scene.copied += 1,
            Message::Typed(text) => self.typed(&text),
            Message::Date(end, text) => self.date(end, &text),
            Message::Brush(first, last) => self.brush(first, last),
            Message::Drawn(first, last) => self.draw(first, last),
            Message::Brushed => self.brushed(),
        }
        true
    }

    fn view(&self, _: &Context<Self>) -> Html {
        frame(&self.scene, self.page()).into_iter().map(Html::from).collect()
    }

    fn rendered(&mut self, context: &Context<Self>, first: bool) {
        if first {
            let send = self.scene.send.clone();
            browser::listen(move || send.emit(Message::Moved));
            if !self.scene.is_single_file() {
                let send = self.scene.send.clone();
                browser::foresee(move |sign, links| send.emit(Message::Foreseen(sign, links)));
            }
            let send = self.scene.send.clone();
            browser::listen_to_brush(move |first, last| send.emit(Message::Drawn(first, last)));
            browser::listen_to_keys();
            browser::mark("ready");
            context.link().send_message(Message::Hydrated);
        }
        if self.scene.hydrated {
            browser::keep_value(browser::SEARCH, &self.scene.query.selection.text);
        }
        self.request();
        self.arrive();
        let is_whole = self.is_current && self.missing.is_none();
        if self.scene.hydrated && (is_whole || self.error.is_some()) {
            browser::reveal();
        }
    }
}

impl App {
    fn new(props: &AppProps, send: Callback<Message>) -> Self {
        let mut app = Self {
            scene: Scene::new(props, send),
            settings: Settings::default(),
            shown: None,
            is_current: false,
            missing: None,
            requested: None,
            coming: Vec::new(),
            error: None,
            again: false,
            arrived: None,
            arrival: None,
            pause: None,
        };
        app.compose();
        app
    }

    /// Adds the page as it is prerendered, with the marks that the viewer needs to take it over.
    #[cfg(not(target_arch = "wasm32"))]
    pub(crate) fn markup(props: &AppProps, html: &mut String) {
        let app = Self::new(props, Callback::noop());
        markup(frame(&app.scene, app.page()), html);
    }

    /// Reads the address, and shows what it asks for.
    fn look(&mut self) {
        let was_list = self.scene.route.is_list();
        self.scene.look();
        if self.scene.route.is_list() != was_list {
            self.settings = Settings::default();
        }
        self.compose();
    }

    /// What was shown stays until what was asked for is there, if both are the same kind of page. Tells whether there is
    /// anything to draw.
    fn compose(&mut self) -> bool {
        let before = (self.is_current, self.shown.is_some(), self.error.is_some());
        let (mut shown, missing) = Shown::compose(&self.scene, self.settings.tags);
        self.is_current = shown.is_some();
        if self.is_current && self.pause.is_none() {
            self.settings.brush = None;
        }
        if let (Some(shown), Some(before)) = (&mut shown, &self.shown) {
            shown.bridge(before);
        }
        let is_new = shown.is_some();
        if is_new || !self.shown.as_ref().is_some_and(|shown| shown.fits(&self.scene.route)) {
            self.scene.marks = shown.as_ref().map(Shown::marks).unwrap_or_default();
            self.shown = shown;
        }
        if missing != self.missing {
            self.missing = missing;
            self.error = None;
        }
        // What is on its way while the page is drawn is here the sooner.
        if self.scene.hydrated {
            self.request();
        }
        is_new || before != (self.is_current, self.shown.is_some(), self.error.is_some())
    }

    fn page(&self) -> El {
        let (scene, error) = (&self.scene, self.error.as_ref());
        match (&self.shown, error) {
            (Some(Shown::List(view)), _) => list_page(scene, view, &self.settings, error, !self.is_current),
            (Some(Shown::Lost(nearest)), _) => lost_page(scene, nearest),
            (Some(Shown::Reader(view)), _) if self.is_current || error.is_none() => reader_page(scene, view),
            (_, Some(error)) if matches!(scene.route, Route::Article(_)) => unavailable(scene, error),
            (_, Some(_)) => el("div").child(failure(scene, error)),
            (_, None) => skeleton(),
        }
    }

    /// Sets the title, and settles focus and scroll position, when what was asked for is there.
    fn arrive(&mut self) {
        let Some(shown) = self.shown.as_ref().filter(|_| self.is_current) else { return };
        let now = (self.scene.address(&self.scene.route, &self.scene.query), shown.title(&self.scene));
        if self.arrived.as_ref() != Some(&now) {
            browser::set_title(&now.1);
            browser::stand();
            let drawn = browser::entry();
            self.arrival = Some(browser::after(move || browser::arrive(&drawn)));
            self.arrived = Some(now);
        }
    }
}
