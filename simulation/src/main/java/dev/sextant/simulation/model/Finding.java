package dev.sextant.simulation.model;

import java.util.List;

/** A broken invariant and the shortest way to break it. */
public record Finding(Invariant broken, List<StoryLine> story) {

    public Finding {
        story = List.copyOf(story);
    }
}
