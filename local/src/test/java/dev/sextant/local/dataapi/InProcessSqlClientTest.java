package dev.sextant.local.dataapi;

/** The same contract holds for who asks without a socket. */
final class InProcessSqlClientTest extends SqlClientContractTest {

    @Override
    TestDatabase database(Limits limits) {
        return new TestDatabase(limits, true);
    }
}
