//! Why a picture was not stored.

/// Why a picture stays where it is.
#[derive(Debug, thiserror::Error)]
pub(super) enum Miss {
    /// Its host, or one that it redirects to, is no public one.
    #[error("its host, or one that it leads on to, is not on the public internet")]
    NotPublic,
    /// The host can't be reached or doesn't answer in time.
    #[error("its host does not answer: {0}")]
    Unreachable(String),
    /// Those before it on the same host went wrong in a way that concerns them all.
    #[error("its host was left alone after what it said to others: {0}")]
    LeftAlone(String),
    /// The host says that it isn't there, or not for us.
    #[error("its host answers with status {0}")]
    Status(u16),
    /// It leads on too often.
    #[error("it leads on to another address more than {0} times")]
    Redirects(u32),
    /// It, or what it leads on to, is of another scheme.
    #[error("it is, or leads on to, no http or https address")]
    Address,
    /// It has too many bytes.
    #[error("it has more than {} MB", .0 >> 20)]
    TooLarge(u64),
    /// It has too many pixels.
    #[error("it has {width} x {height} pixels, which is more than {limit} in all")]
    Pixels {
        /// Its width.
        width: u32,
        /// Its height.
        height: u32,
        /// The most that are taken.
        limit: u64,
    },
    /// A drawing that can hold scripts.
    #[error("it is an SVG drawing, which can hold scripts")]
    Svg,
    /// Something else, such as a page that says that it isn't there.
    #[error("it is no JPEG, PNG, WebP or GIF")]
    Kind,
    /// It can't be decoded.
    #[error("it is broken: {0}")]
    Broken(String),
}

impl Miss {
    /// Whether the host asks to be left alone.
    pub(super) fn is_refusal(&self) -> bool {
        matches!(self, Self::Status(429 | 503))
    }
}

impl From<image::ImageError> for Miss {
    fn from(error: image::ImageError) -> Self {
        Self::Broken(error.to_string())
    }
}
