package dev.sextant.local.dataapi;

/**
 * How numbers are to be returned ({@code resultSetOptions}).
 *
 * @param decimalsAsNumbers decimals as long or double instead of text
 * @param longsAsText whole numbers as text
 */
record ReturnTypes(boolean decimalsAsNumbers, boolean longsAsText) {}
