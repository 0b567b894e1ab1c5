package dev.sextant.fuzz.parser;

import static dev.sextant.fuzz.PropertyBroken.unlessEqual;

import dev.sextant.domain.event.DecisionRecord;
import dev.sextant.fuzz.FuzzTarget;
import dev.sextant.fuzz.Verdict;
import dev.sextant.platform.stream.CorruptRecordException;
import dev.sextant.platform.stream.DecisionCodec;

/** Records of the {@code decisions} stream. Only {@link CorruptRecordException}; what is read survives writing and reading. */
public final class DecisionCodecTarget implements FuzzTarget {

    @Override
    public String name() {
        return "decision-codec";
    }

    @Override
    public Verdict check(byte[] input) {
        DecisionRecord read;
        try {
            read = DecisionCodec.decode(input);
        } catch (CorruptRecordException e) {
            return Verdict.refused(e);
        }
        unlessEqual(read, DecisionCodec.decode(DecisionCodec.encode(read)), "a record survives writing and reading");
        return Verdict.accepted(read);
    }
}
