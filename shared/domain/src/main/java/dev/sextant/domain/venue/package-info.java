/**
 * What the desk asks of an exchange it trades on, and the answers it may get. Implemented by the adapters and by fakes;
 * only the placer, the reconciler and the local desk hold one.
 */
@NullMarked
package dev.sextant.domain.venue;

import org.jspecify.annotations.NullMarked;
