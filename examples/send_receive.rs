//! Outlook's Send/Receive dialog in the terminal, and a message store that it synchronises.
//!
//! ```text
//! cargo run --example send_receive
//! ```
//!
//! Both halves are what they would be in a real program: the store is what a provider's DLL holds, and the dialog is
//! what Outlook does on the other side. They know nothing of each other but the two COM interfaces.

#![forbid(unsafe_code)]

use mapi_bindings::sync::{SyncFlags, SyncOutcome, SyncParameters, SyncReporter, SyncRequest};
use mapi_bindings::{E_ACCESSDENIED, HRESULT, IMAPISync, OwnedHandle, Result, WideStr, implement};
use std::io::IsTerminal;
use std::process::ExitCode;
use std::sync::Arc;
use std::thread::sleep;
use std::time::Duration;

fn main() -> Result<ExitCode> {
    // Outlook asks the store object for this interface; here the store is at hand.
    let store = IMAPISync::new(Store::demo());

    let flags = SyncFlags::UPLOAD_CONTENTS | SyncFlags::DOWNLOAD_CONTENTS | SyncFlags::ON_DEMAND;
    let pending = store.start(SyncParameters::new(flags, dialog::Dialog::open()))?;

    // The store's thread is at work now, and calls the dialog. This thread is free, and waits for the end.
    match pending.wait(Duration::from_secs(30))? {
        Some(SyncOutcome::Reported(result)) if result.is_ok() => Ok(ExitCode::SUCCESS),
        Some(SyncOutcome::Reported(_) | SyncOutcome::Unreported) => Ok(ExitCode::FAILURE),
        None => {
            eprintln!("The store is still at it. Giving up.");
            Ok(ExitCode::FAILURE)
        }
    }
}

// ---- The provider ----------------------------------------------------------------------------------------------

/// A message store.
struct Store {
    server: Arc<Server>,
}

impl implement::IMAPISync for Store {
    /// Called on Outlook's thread: it starts the work, and returns at once.
    fn synchronize_in_background(&self, request: SyncRequest<'_>) -> Result<()> {
        let flags = request.flags();
        let server = Arc::clone(&self.server);
        // What the closure returns is what Outlook is told at the end. The event that Outlook waits for, and that it
        // closes, is looked after on the way.
        request.spawn(move |outlook| server.synchronize(flags, outlook))
    }
}

impl Store {
    fn demo() -> Self {
        let folder = |name, incoming, outgoing| Folder {
            name,
            incoming,
            outgoing,
        };
        Self {
            server: Arc::new(Server {
                folders: vec![
                    folder("Inbox", 24, 0),
                    folder("Drafts", 3, 5),
                    folder("Archiv Übersee", 16, 2),
                ],
            }),
        }
    }
}

/// What a real store would reach through the network.
struct Server {
    folders: Vec<Folder>,
}

struct Folder {
    name: &'static str,
    incoming: u32,
    outgoing: u32,
}

impl Server {
    /// Runs on the store's own thread.
    fn synchronize(&self, flags: SyncFlags, outlook: &SyncReporter) -> Result<()> {
        let mut steps = Steps::new(outlook, self.count(flags));
        for folder in &self.folders {
            if flags.contains(SyncFlags::UPLOAD_CONTENTS) && folder.outgoing > 0 {
                steps.begin(&format!("Sending changes of {}", folder.name))?;
                for _ in 0..folder.outgoing {
                    steps.advance()?;
                }
            }
            if flags.contains(SyncFlags::DOWNLOAD_CONTENTS) && folder.incoming > 0 {
                steps.begin(&format!("Fetching messages of {}", folder.name))?;
                for number in 1..=folder.incoming {
                    if (folder.name, number) == ("Inbox", 17) {
                        // One message that cannot be had is no reason to stop.
                        outlook.error(E_ACCESSDENIED, "Message 17 is locked, and is left out")?;
                    }
                    steps.advance()?;
                }
            }
        }
        Ok(())
    }

    /// How many messages there are to move.
    fn count(&self, flags: SyncFlags) -> u32 {
        let wanted = |folder: &Folder| {
            let up = flags.contains(SyncFlags::UPLOAD_CONTENTS);
            let down = flags.contains(SyncFlags::DOWNLOAD_CONTENTS);
            u32::from(up) * folder.outgoing + u32::from(down) * folder.incoming
        };
        self.folders.iter().map(wanted).sum()
    }
}

/// Counts what is done, and reports it.
struct Steps<'a> {
    outlook: &'a SyncReporter,
    done: u32,
    total: u32,
}

impl<'a> Steps<'a> {
    fn new(outlook: &'a SyncReporter, total: u32) -> Self {
        Self {
            outlook,
            done: 0,
            total,
        }
    }

    /// A new text, and no step yet.
    fn begin(&self, text: &str) -> Result<()> {
        self.outlook.progress(text, self.done, self.total)
    }

    /// One message more, under the same text.
    fn advance(&mut self) -> Result<()> {
        sleep(Duration::from_millis(40)); // the network
        self.done += 1;
        self.outlook.progress(None, self.done, self.total)
    }
}

// ---- The host --------------------------------------------------------------------------------------------------

mod dialog {
    use super::*;
    use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

    /// The Send/Receive dialog. The store calls it from the store's thread.
    pub struct Dialog {
        /// `None`: nobody watches, so plain lines will do.
        bar: Option<ProgressBar>,
    }

    impl Dialog {
        pub fn open() -> Self {
            let bar = std::io::stdout().is_terminal().then(|| {
                let style = ProgressStyle::with_template("{bar:40.cyan} {pos:>3} of {len}  {msg}")
                    .unwrap_or_else(|_| ProgressStyle::default_bar());
                ProgressBar::with_draw_target(None, ProgressDrawTarget::stdout()).with_style(style)
            });
            Self { bar }
        }

        fn line(&self, text: &str) {
            match &self.bar {
                Some(bar) => bar.println(text),
                None => println!("{text}"),
            }
        }
    }

    impl implement::IMAPISyncProgressCallback for Dialog {
        fn progress(&self, text: Option<&WideStr>, index: u32, index_max: u32) -> Result<()> {
            match (&self.bar, text) {
                (Some(bar), text) => {
                    bar.set_length(index_max.into());
                    bar.set_position(index.into());
                    if let Some(text) = text {
                        bar.set_message(text.to_string());
                    }
                }
                (None, Some(text)) => println!("{index:>3} of {index_max}  {text}"),
                // No new text: one line per folder is enough.
                (None, None) => {}
            }
            Ok(())
        }

        fn error(&self, result: HRESULT, text: &WideStr) -> Result<()> {
            self.line(&format!("    {text} ({result})"));
            Ok(())
        }

        fn done(&self, _event: Option<OwnedHandle>, result: HRESULT) -> Result<()> {
            if let Some(bar) = &self.bar {
                bar.finish_and_clear();
            }
            match result.ok() {
                Ok(()) => println!("Send/Receive is complete."),
                Err(error) => println!("Send/Receive has failed: {error}"),
            }
            Ok(())
        }
    }
}
