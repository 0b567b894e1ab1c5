package dev.sextant.venues.sim.book;

/** Levels in one array: price, quantity, price, quantity. */
final class LevelList implements Levels {

    private final long[] pricesAndQtysE8;

    LevelList(long[] pricesAndQtysE8) {
        if (pricesAndQtysE8.length % 2 != 0) {
            throw new IllegalArgumentException(
                    "levels need a quantity for each price, got " + pricesAndQtysE8.length + " numbers");
        }
        this.pricesAndQtysE8 = pricesAndQtysE8;
    }

    @Override
    public int size() {
        return pricesAndQtysE8.length / 2;
    }

    @Override
    public long priceE8(int index) {
        return pricesAndQtysE8[2 * index];
    }

    @Override
    public long qtyE8(int index) {
        return pricesAndQtysE8[2 * index + 1];
    }
}
