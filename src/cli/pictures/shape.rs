//! Makes of what a host sent what is stored: no larger than wanted, upright, without what cameras and programs note.

use std::io::Cursor;

use image::codecs::gif::GifDecoder;
use image::codecs::jpeg::JpegEncoder;
use image::codecs::png::{CompressionType, FilterType, PngDecoder, PngEncoder};
use image::codecs::webp::WebPDecoder;
use image::imageops::FilterType as Scaling;
use image::{
    AnimationDecoder, DynamicImage, ImageDecoder, ImageEncoder, ImageFormat, ImageReader, ImageResult, Limits,
};

use super::Rules;
use super::miss::Miss;

/// Of 100: what the eye can hardly tell from more.
const JPEG_QUALITY: u8 = 85;

/// Colour profiles that are longer are not kept: those of cameras and screens have some kB.
const PROFILE_BYTES: usize = 64 << 10;

/// A picture as it is stored.
#[derive(Debug)]
pub(super) struct Shaped {
    pub(super) bytes: Vec<u8>,
    pub(super) extension: &'static str,
    /// Pixels.
    pub(super) width: u32,
    /// Pixels.
    pub(super) height: u32,
}

/// What is stored of the bytes of a picture. What it is is told by the bytes alone.
pub(super) fn shape(bytes: &[u8], rules: &Rules) -> Result<Shaped, Miss> {
    let format = kind(bytes)?;
    let (width, height) = ImageReader::with_format(Cursor::new(bytes), format).into_dimensions()?;
    if u64::from(width) * u64::from(height) > rules.pixels {
        return Err(Miss::Pixels { width, height, limit: rules.pixels });
    }
    if moves(bytes, format)? {
        let extension = format.extensions_str().first().copied().unwrap_or_default();
        return Ok(Shaped { bytes: bytes.to_vec(), extension, width, height });
    }
    let (image, profile) = still(bytes, format, rules)?;
    Ok(encode(&image, profile, is_photograph(bytes, format))?)
}

fn kind(bytes: &[u8]) -> Result<ImageFormat, Miss> {
    match image::guess_format(bytes) {
        Ok(format @ (ImageFormat::Jpeg | ImageFormat::Png | ImageFormat::WebP | ImageFormat::Gif)) => {
            Ok(format)
        }
        _ => {
            let start = String::from_utf8_lossy(&bytes[..bytes.len().min(1024)]).to_ascii_lowercase();
            let is_drawing =
                start.trim_start_matches('\u{feff}').trim_start().starts_with('<') && start.contains("<svg");
            Err(if is_drawing { Miss::Svg } else { Miss::Kind })
        }
    }
}

/// Whether it has more than one frame. These are stored as they are: made anew they would lose colours or grow.
fn moves(bytes: &[u8], format: ImageFormat) -> ImageResult<bool> {
    let input = Cursor::new(bytes);
    Ok(match format {
        ImageFormat::Gif => {
            let first = GifDecoder::new(input)?.into_frames().take(2).collect::<ImageResult<Vec<_>>>()?;
            first.len() > 1
        }
        ImageFormat::Png => PngDecoder::new(input)?.is_apng()?,
        ImageFormat::WebP => WebPDecoder::new(input)?.has_animation(),
        _ => false,
    })
}

/// Upright and no larger than wanted, with its colour profile.
fn still(bytes: &[u8], format: ImageFormat, rules: &Rules) -> ImageResult<(DynamicImage, Option<Vec<u8>>)> {
    let mut reader = ImageReader::with_format(Cursor::new(bytes), format);
    let mut limits = Limits::no_limits();
    // Four channels of 16 bits, and as much again for what the decoder needs.
    limits.max_alloc = Some(rules.pixels.saturating_mul(16));
    reader.limits(limits);
    let mut decoder = reader.into_decoder()?;
    let orientation = decoder.orientation()?;
    let profile = decoder.icc_profile().ok().flatten();
    let mut image = DynamicImage::from_decoder(decoder)?;
    let side = rules.longest_side.max(1);
    if image.width().max(image.height()) > side {
        image = image.resize(side, side, Scaling::Lanczos3);
    }
    image.apply_orientation(orientation);
    Ok((image, profile))
}

/// Whether it came with the losses of photographs, so that a JPEG takes nothing from it that matters.
fn is_photograph(bytes: &[u8], format: ImageFormat) -> bool {
    match format {
        ImageFormat::Jpeg => true,
        ImageFormat::WebP => bytes.get(12..16) != Some(b"VP8L"),
        _ => false,
    }
}

fn encode(image: &DynamicImage, profile: Option<Vec<u8>>, is_photograph: bool) -> ImageResult<Shaped> {
    let image = plain(image);
    let space: &[u8] = if image.color().has_color() { b"RGB " } else { b"GRAY" };
    // A profile for other colours than those that were decoded would spoil them.
    let profile =
        profile.filter(|profile| profile.len() <= PROFILE_BYTES && profile.get(16..20) == Some(space));
    let (width, height) = (image.width(), image.height());
    let mut bytes = Vec::new();
    let extension = if is_photograph && !image.color().has_alpha() {
        write(&image, profile, JpegEncoder::new_with_quality(&mut bytes, JPEG_QUALITY))?;
        "jpg"
    } else {
        let encoder = PngEncoder::new_with_quality(&mut bytes, CompressionType::Best, FilterType::Adaptive);
        write(&image, profile, encoder)?;
        "png"
    };
    Ok(Shaped { bytes, extension, width, height })
}

fn write(image: &DynamicImage, profile: Option<Vec<u8>>, mut encoder: impl ImageEncoder) -> ImageResult<()> {
    if let Some(profile) = profile {
        // An encoder that can't hold it does without.
        let _ = encoder.set_icc_profile(profile);
    }
    encoder.write_image(image.as_bytes(), image.width(), image.height(), image.color().into())
}

/// With 8 bits a channel, and without a transparency that shows nothing through.
fn plain(image: &DynamicImage) -> DynamicImage {
    let is_opaque = !image.color().has_alpha() || image.to_rgba8().pixels().all(|pixel| pixel[3] == u8::MAX);
    match (image.color().has_color(), is_opaque) {
        (true, true) => image.to_rgb8().into(),
        (true, false) => image.to_rgba8().into(),
        (false, true) => image.to_luma8().into(),
        (false, false) => image.to_luma_alpha8().into(),
    }
}
