/** Requests that change something: who may send them, that each has one effect, and what their bodies may hold. */
@NullMarked
package dev.sextant.api.command;

import org.jspecify.annotations.NullMarked;
