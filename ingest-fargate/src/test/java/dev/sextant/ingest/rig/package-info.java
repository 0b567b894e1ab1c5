/** What the ingest's tests are made of: seeded tapes, a scripted history, recording sinks, a loopback venue. */
@NullMarked
package dev.sextant.ingest.rig;

import org.jspecify.annotations.NullMarked;
