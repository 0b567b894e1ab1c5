/** Recorded order books of several venues as one kind of event, for what replays them. */
@NullMarked
package dev.sextant.recordings.book;

import org.jspecify.annotations.NullMarked;
