/** The HTTP and WebSocket servers of this machine's desk: how they are opened. */
@NullMarked
package dev.sextant.local.http;

import org.jspecify.annotations.NullMarked;
