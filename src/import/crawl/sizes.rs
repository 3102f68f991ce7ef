//! Lines of picture sizes: `1920 1080 true`, or several glued. Knows no picture.

/// Width and height in pixels, in the line's order. `None` if the line says anything else.
pub(super) fn read(line: &str) -> Option<Vec<(u32, u32)>> {
    let fits = |c: char| c.is_ascii_digit() || c.is_ascii_lowercase() || c == ' ';
    if line.is_empty() || !line.chars().all(fits) {
        return None;
    }
    let line = line.replace("false", "true");
    let mut sizes: Vec<_> = line.split("true").map(str::trim).collect();
    // What follows the last flag must be nothing.
    let rest = sizes.pop()?;
    if !rest.is_empty() || sizes.is_empty() {
        return None;
    }
    sizes.into_iter().map(size).collect()
}

fn size(text: &str) -> Option<(u32, u32)> {
    match text.split_once(' ') {
        Some((width, height)) => Some((side(width)?, side(height.trim())?)),
        None => glued(text),
    }
}

/// Of all ways to cut the digits in two, the one whose sides are most alike: `19201080` is 1920 × 1080.
fn glued(digits: &str) -> Option<(u32, u32)> {
    if !digits.is_ascii() {
        return None;
    }
    (2..digits.len().saturating_sub(1))
        .filter_map(|cut| Some((side(&digits[..cut])?, side(&digits[cut..])?)))
        .min_by_key(|(width, height)| width.max(height) * 1000 / width.min(height))
}

fn side(digits: &str) -> Option<u32> {
    let fits = (2..=5).contains(&digits.len())
        && !digits.starts_with('0')
        && digits.bytes().all(|byte| byte.is_ascii_digit());
    fits.then(|| digits.parse().ok()).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_are_read_apart_and_glued() {
        assert_eq!(read("1920 1080 true"), Some(vec![(1920, 1080)]));
        assert_eq!(read("19201080true19201440true"), Some(vec![(1920, 1080), (1920, 1440)]));
        assert_eq!(read("1200 675 true 640 640 false"), Some(vec![(1200, 675), (640, 640)]));
        assert_eq!(read("1200675true6751200true"), Some(vec![(1200, 675), (675, 1200)]));
    }

    #[test]
    fn other_lines_are_not_sizes() {
        for line in
            ["", "true", "1920 1080", "true story", "2023", "1920 1080 true enough", "10000000000000000true"]
        {
            assert_eq!(read(line), None, "{line}");
        }
    }
}
