//! Pictures on the system's clipboard.

use arboard::{Clipboard, ImageData};

/// Why a picture could not be copied.
pub(crate) type Failure = Box<dyn std::error::Error>;

/// The clipboard, opened with the first picture and then kept: on Linux, what was copied lives only as long
/// as the program holds it.
#[derive(Default)]
pub(crate) struct Pictures {
    clipboard: Option<Clipboard>,
}

impl Pictures {
    /// Puts a PNG onto the clipboard.
    ///
    /// # Errors
    /// The bytes are no PNG, or the system gives no clipboard.
    pub(crate) fn copy(&mut self, png: &[u8]) -> Result<(), Failure> {
        let image = pixels(png)?;
        let clipboard = match self.clipboard.take() {
            Some(clipboard) => clipboard,
            None => Clipboard::new()?,
        };
        self.clipboard.insert(clipboard).set_image(image)?;
        Ok(())
    }
}

/// The pixels of a PNG, as red, green, blue and alpha of 8 bits each.
fn pixels(png: &[u8]) -> Result<ImageData<'static>, Failure> {
    let mut decoder = png::Decoder::new(std::io::Cursor::new(png));
    decoder.set_transformations(png::Transformations::ALPHA | png::Transformations::STRIP_16);
    let mut reader = decoder.read_info()?;
    let mut bytes = vec![0; reader.output_buffer_size().ok_or("a picture too large for memory")?];
    let frame = reader.next_frame(&mut bytes)?;
    if frame.color_type != png::ColorType::Rgba {
        return Err(format!("a picture in {:?}", frame.color_type).into());
    }
    bytes.truncate(frame.buffer_size());
    Ok(ImageData {
        width: frame.width as usize,
        height: frame.height as usize,
        bytes: bytes.into(),
    })
}
