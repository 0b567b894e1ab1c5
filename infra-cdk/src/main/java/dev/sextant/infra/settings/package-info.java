/** What an operator may set, checked before anything is synthesised. */
@NullMarked
package dev.sextant.infra.settings;

import org.jspecify.annotations.NullMarked;
