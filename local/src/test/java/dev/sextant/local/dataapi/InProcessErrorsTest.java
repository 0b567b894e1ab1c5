package dev.sextant.local.dataapi;

/** The same refusals reach who asks without a socket. */
final class InProcessErrorsTest extends ErrorsAndLimitsTest {

    @Override
    TestDatabase database(Limits limits) {
        return new TestDatabase(limits, true);
    }
}
