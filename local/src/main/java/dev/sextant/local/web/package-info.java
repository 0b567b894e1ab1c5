/** The desk's one port for people: the dashboard's files and the API, on loopback only. */
@NullMarked
package dev.sextant.local.web;

import org.jspecify.annotations.NullMarked;
