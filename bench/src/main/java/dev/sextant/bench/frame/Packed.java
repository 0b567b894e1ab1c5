package dev.sextant.bench.frame;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** Frames one behind the other, as they lie in a buffer that was just received. */
final class Packed {

    final byte[] bytes;
    private final int[] ends;

    Packed(List<String> frames) {
        bytes = String.join("", frames).getBytes(StandardCharsets.UTF_8);
        ends = new int[frames.size()];
        for (int i = 0; i < ends.length; i++) {
            ends[i] = start(i) + frames.get(i).getBytes(StandardCharsets.UTF_8).length;
        }
    }

    int count() {
        return ends.length;
    }

    int start(int frame) {
        return frame == 0 ? 0 : ends[frame - 1];
    }

    int end(int frame) {
        return ends[frame];
    }

    int length(int frame) {
        return end(frame) - start(frame);
    }
}
