//! Pictures and blocks of figures on the system's clipboard.

use arboard::{Clipboard, ImageData};

/// Why something could not be copied.
pub(crate) type Failure = Box<dyn std::error::Error>;

/// The clipboard, opened with the first copy and then kept: on Linux, what was copied lives only as long
/// as the program holds it.
#[derive(Default)]
pub(crate) struct Copies {
    clipboard: Option<Clipboard>,
}

impl Copies {
    /// Puts a PNG onto the clipboard.
    ///
    /// # Errors
    /// The bytes are no PNG, or the system gives no clipboard.
    pub(crate) fn copy(&mut self, png: &[u8]) -> Result<(), Failure> {
        let image = pixels(png)?;
        self.opened()?.set_image(image)?;
        Ok(())
    }

    /// Puts a table onto the clipboard, with the text of it for who takes no table.
    ///
    /// # Errors
    /// The system gives no clipboard.
    pub(crate) fn copy_table(&mut self, html: &str, text: &str) -> Result<(), Failure> {
        self.opened()?.set_html(html, Some(text))?;
        Ok(())
    }

    fn opened(&mut self) -> Result<&mut Clipboard, Failure> {
        let clipboard = match self.clipboard.take() {
            Some(clipboard) => clipboard,
            None => Clipboard::new()?,
        };
        Ok(self.clipboard.insert(clipboard))
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
