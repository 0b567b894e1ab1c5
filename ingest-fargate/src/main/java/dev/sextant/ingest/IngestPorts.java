package dev.sextant.ingest;

import dev.sextant.domain.order.RequestLedger;
import dev.sextant.ingest.account.PrivateKeys;
import dev.sextant.ingest.opportunity.LanePorts;
import dev.sextant.ingest.opportunity.OpportunityStore;
import dev.sextant.ingest.sink.DecisionSink;
import dev.sextant.ingest.sink.MarketSink;
import dev.sextant.ingest.store.ClockOffsets;
import dev.sextant.ingest.store.GapLedger;
import dev.sextant.ingest.store.InstrumentStore;
import dev.sextant.ingest.store.Leases;
import dev.sextant.ingest.store.ResumePoint;
import dev.sextant.ingest.store.StatusBoard;

/** What the ingest needs from the desk around it; in memory in tests, streams and database in the container. */
public record IngestPorts(
        MarketSink market,
        DecisionSink decisions,
        ResumePoint resumePoint,
        Leases leases,
        GapLedger gaps,
        ClockOffsets clockOffsets,
        InstrumentStore instruments,
        StatusBoard statusBoard,
        PrivateKeys privateKeys,
        RequestLedger requests,
        OpportunityStore opportunities,
        LanePorts lane) {

    /** Of a desk without private streams, with an address of its own, that watches no triangles. */
    public IngestPorts(
            MarketSink market,
            DecisionSink decisions,
            ResumePoint resumePoint,
            Leases leases,
            GapLedger gaps,
            ClockOffsets clockOffsets,
            InstrumentStore instruments,
            StatusBoard statusBoard) {
        this(
                market,
                decisions,
                resumePoint,
                leases,
                gaps,
                clockOffsets,
                instruments,
                statusBoard,
                PrivateKeys.NONE,
                RequestLedger.NONE,
                OpportunityStore.NONE,
                LanePorts.NONE);
    }
}
