/** The API over a real port and a real database, as a browser, a script and an attacker see it. */
@NullMarked
package dev.sextant.local.web;

import org.jspecify.annotations.NullMarked;
