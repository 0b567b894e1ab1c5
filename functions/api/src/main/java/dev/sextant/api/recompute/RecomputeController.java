package dev.sextant.api.recompute;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;

/** The path of the recomputation. */
@Controller("/api/v1")
final class RecomputeController {

    private final Recompute recompute;

    RecomputeController(Recompute recompute) {
        this.recompute = recompute;
    }

    @Get("/pnl/recompute")
    String recompute() {
        return recompute.now();
    }
}
