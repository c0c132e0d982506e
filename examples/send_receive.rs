//! Outlook's Send/Receive dialog in the terminal, and a message store that it synchronises.
//!
//! ```text
//! cargo run --example send_receive
//! ```
//!
//! `store` is what a store provider's DLL holds, and `dialog` is what Outlook has on the other side. They know nothing
//! of each other but the two COM interfaces.

#![forbid(unsafe_code)]

use mapi_bindings::sync::{SyncFlags, SyncOutcome, SyncParameters};
use mapi_bindings::{IMAPISync, Result};
use std::process::ExitCode;
use std::time::Duration;

fn main() -> Result<ExitCode> {
    // Outlook queries the store object for this interface.
    let store = IMAPISync::new(store::Store::demo());

    let flags = SyncFlags::UPLOAD_CONTENTS | SyncFlags::DOWNLOAD_CONTENTS | SyncFlags::ON_DEMAND;
    let pending = store.start(SyncParameters::new(flags, dialog::Dialog::open()))?;

    // The store's own thread is at work now and calls the dialog. This one is free, and waits for the end.
    match pending.wait(Duration::from_secs(30))? {
        Some(SyncOutcome::Reported(result)) if result.is_ok() => Ok(ExitCode::SUCCESS),
        Some(SyncOutcome::Reported(_) | SyncOutcome::Unreported) => Ok(ExitCode::FAILURE),
        None => {
            eprintln!("The store still runs. Giving up.");
            Ok(ExitCode::FAILURE)
        }
    }
}

/// The provider.
mod store {
    use mapi_bindings::sync::{SyncFlags, SyncReporter, SyncRequest};
    use mapi_bindings::{E_ACCESSDENIED, Result, implement};
    use std::sync::Arc;
    use std::thread::sleep;
    use std::time::Duration;

    /// A message store.
    pub struct Store {
        server: Arc<Server>,
    }

    impl implement::IMAPISync for Store {
        /// Called on Outlook's thread: starts the work, and returns at once.
        fn synchronize_in_background(&self, request: SyncRequest<'_>) -> Result<()> {
            let flags = request.flags();
            let server = Arc::clone(&self.server);
            // Outlook gets an event to wait for, then the reports, and at the end what the closure returns.
            request.spawn(move |outlook| server.synchronize(flags, outlook))
        }
    }

    impl Store {
        pub fn demo() -> Self {
            let folder = |name, incoming, outgoing| Folder {
                name,
                incoming,
                outgoing,
            };
            let folders = vec![
                folder("Inbox", 24, 0),
                folder("Drafts", 3, 5),
                folder("Archiv Übersee", 16, 2),
            ];
            Self {
                server: Arc::new(Server { folders }),
            }
        }
    }

    /// What a real store reaches through the network.
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
            let upload = flags.contains(SyncFlags::UPLOAD_CONTENTS);
            let download = flags.contains(SyncFlags::DOWNLOAD_CONTENTS);
            let total = self
                .folders
                .iter()
                .map(|folder| {
                    u32::from(upload) * folder.outgoing + u32::from(download) * folder.incoming
                })
                .sum();

            let mut done = 0;
            for folder in &self.folders {
                if upload && folder.outgoing > 0 {
                    outlook.progress(&format!("Sending {}", folder.name), done, total)?;
                    for _ in 0..folder.outgoing {
                        move_message();
                        done += 1;
                        // No new text: the bar moves on under the one that is shown.
                        outlook.progress(None, done, total)?;
                    }
                }
                if download && folder.incoming > 0 {
                    outlook.progress(&format!("Fetching {}", folder.name), done, total)?;
                    for number in 1..=folder.incoming {
                        if (folder.name, number) == ("Inbox", 17) {
                            // One message that cannot be had is no reason to stop.
                            outlook.error(E_ACCESSDENIED, "Message 17 is locked, and left out")?;
                        }
                        move_message();
                        done += 1;
                        outlook.progress(None, done, total)?;
                    }
                }
            }
            Ok(())
        }
    }

    fn move_message() {
        sleep(Duration::from_millis(40));
    }
}

/// The host.
mod dialog {
    use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
    use mapi_bindings::{HRESULT, OwnedHandle, Result, WideStr, implement};
    use std::io::IsTerminal;

    /// The Send/Receive dialog. The store calls it from the store's thread.
    pub struct Dialog {
        /// `None` where the output is no terminal: a line per text will do.
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
    }

    impl implement::IMAPISyncProgressCallback for Dialog {
        fn progress(&self, text: Option<&WideStr>, index: u32, index_max: u32) -> Result<()> {
            if let Some(bar) = &self.bar {
                bar.set_length(index_max.into());
                bar.set_position(index.into());
                if let Some(text) = text {
                    bar.set_message(text.to_string());
                }
            } else if let Some(text) = text {
                println!("{index:>3} of {index_max}  {text}");
            }
            Ok(())
        }

        fn error(&self, result: HRESULT, text: &WideStr) -> Result<()> {
            let line = format!("    {text} ({result})");
            match &self.bar {
                Some(bar) => bar.println(line),
                None => println!("{line}"),
            }
            Ok(())
        }

        fn done(&self, _event: Option<OwnedHandle>, result: HRESULT) -> Result<()> {
            if let Some(bar) = &self.bar {
                bar.finish_and_clear();
            }
            if result.is_ok() {
                println!("Send/Receive is complete.");
            } else {
                println!("Send/Receive has failed ({result}).");
            }
            Ok(())
        }
    }
}
