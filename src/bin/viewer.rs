//! The viewer: started by the page that it takes over.

fn main() {
    backissue::view::browser::start();
}
