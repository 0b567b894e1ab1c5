package dev.sextant.venues.sim.book;

/** Some levels of one side, read by index, so that a capture can show its columns without copying. */
public interface Levels {

    /** How many levels. */
    int size();

    /** Price of a level, units of 10⁻⁸. */
    long priceE8(int index);

    /** Quantity of a level, units of 10⁻⁸; 0 removes it. */
    long qtyE8(int index);

    /** The given levels: price, quantity, price, quantity, and so on. */
    static Levels of(long... pricesAndQtysE8) {
        return new LevelList(pricesAndQtysE8.clone());
    }
}
