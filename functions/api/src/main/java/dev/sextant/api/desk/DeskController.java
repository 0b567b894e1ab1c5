package dev.sextant.api.desk;

import dev.sextant.api.command.Write;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;

/** The paths of the desk itself. */
@Controller
final class DeskController {

    private static final String STRATEGIES = "/api/v1/strategies";

    private final Health health;
    private final Strategies strategies;
    private final StrategySwitch strategySwitch;

    DeskController(Health health, Strategies strategies, StrategySwitch strategySwitch) {
        this.health = health;
        this.strategies = strategies;
        this.strategySwitch = strategySwitch;
    }

    @Get(uris = {"/api/v1/health", "/api/health"})
    HttpResponse<String> health() {
        HealthReading reading = health.now();
        return reading.healthy()
                ? HttpResponse.ok(reading.json())
                : HttpResponse.<String>status(HttpStatus.SERVICE_UNAVAILABLE)
                        .body(reading.json())
                        .header("Retry-After", "1");
    }

    @Get(STRATEGIES)
    String strategies() {
        return strategies.all().json();
    }

    @Post(STRATEGIES + "/{name}/start")
    String start(String name, Write write) {
        return strategySwitch.turn(name, StrategyState.RUNNING, write);
    }

    @Post(STRATEGIES + "/{name}/stop")
    String stop(String name, Write write) {
        return strategySwitch.turn(name, StrategyState.STOPPED, write);
    }
}
