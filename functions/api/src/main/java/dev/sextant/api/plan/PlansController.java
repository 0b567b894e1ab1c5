package dev.sextant.api.plan;

import dev.sextant.api.command.Write;
import dev.sextant.api.http.Ids;
import dev.sextant.api.http.Parameters;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;

/** The paths of plans. */
@Controller("/api/v1/plans")
final class PlansController {

    private final Plans plans;

    PlansController(Plans plans) {
        this.plans = plans;
    }

    @Get
    String plans(Parameters query) {
        return plans.page(query.flag("live"), query.cycle(), query.cursor(Plans.LIST), query.limit())
                .json();
    }

    @Get("/summary")
    String summary() {
        return plans.summary();
    }

    @Get("/{id}")
    String plan(String id) {
        return plans.one(Ids.hash("plan_id", id));
    }

    @Post("/{id}/clear")
    String clear(String id, Write write) {
        return plans.clear(id, write);
    }
}
