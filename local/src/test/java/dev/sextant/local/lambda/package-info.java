/**
 * Each function's deployable artifact under the runtime interface client that AWS runs it with: recorded events in,
 * and the same answers, rows and records out as from the handler in this JVM, the way the desk runs it.
 */
@NullMarked
package dev.sextant.local.lambda;

import org.jspecify.annotations.NullMarked;
