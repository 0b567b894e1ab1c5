package dev.sextant.local.venue.synthetic.chance;

/** An Ornstein–Uhlenbeck process around 0 with deviation 1, looked at in equal steps. */
public final class MeanReverting {

    private final Draws draws;
    private final double kept;
    private final double added;
    private double value;

    /** @param memorySteps after so many steps a value is forgotten to 1/e */
    public MeanReverting(double memorySteps, Draws draws) {
        this.draws = draws;
        this.kept = StrictMath.exp(-1 / memorySteps);
        this.added = StrictMath.sqrt(1 - kept * kept);
        this.value = draws.gaussian();
    }

    /** Goes one step on. */
    public void step() {
        value = kept * value + added * draws.gaussian();
    }

    public double value() {
        return value;
    }
}
