/** The whole desk as a user runs it: its command line in processes of their own, its HTTP API, nothing else. */
@NullMarked
package dev.sextant.local.whole;

import org.jspecify.annotations.NullMarked;
