package dev.sextant.local.map;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.time.Instant;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Reads the compiled dependencies of the whole desk: arrows point one way, and the core is pure. */
class ModuleMapTest {

    private static final String[] CORE = {
        "dev.sextant.domain..",
        "dev.sextant.signals..",
        "dev.sextant.arbitrage..",
        "dev.sextant.planning..",
        "dev.sextant.recordings.."
    };
    private static final String[] FUNCTIONS = {
        "dev.sextant.scorer..",
        "dev.sextant.risk..",
        "dev.sextant.placer..",
        "dev.sextant.reconciler..",
        "dev.sextant.api.."
    };
    private static final String[] WITHOUT_AN_EXCHANGE = {
        "dev.sextant.scorer..", "dev.sextant.risk..", "dev.sextant.api..", "dev.sextant.platform.."
    };

    private static final JavaClasses DESK = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.sextant");

    @Test
    void domainDependsOnTheJdkAlone() {
        classes()
                .that()
                .resideInAPackage("dev.sextant.domain..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("dev.sextant.domain..", "java..", "org.jspecify..")
                .check(DESK);
    }

    @Test
    void arbitrageDependsOnTheJdkAlone() {
        classes()
                .that()
                .resideInAPackage("dev.sextant.arbitrage..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("dev.sextant.arbitrage..", "java..", "org.jspecify..")
                .check(DESK);
    }

    @Test
    void planningKnowsTheDomainAndArbitrageAlone() {
        classes()
                .that()
                .resideInAPackage("dev.sextant.planning..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "dev.sextant.planning..",
                        "dev.sextant.domain..",
                        "dev.sextant.arbitrage..",
                        "java..",
                        "org.jspecify..")
                .check(DESK);
    }

    @Test
    void onlyTheLocalDeskKnowsTheBacktest() {
        noClasses()
                .that()
                .resideOutsideOfPackages("dev.sextant.backtest..", "dev.sextant.local..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.sextant.backtest..")
                .check(DESK);
        noClasses()
                .that()
                .resideInAPackage("dev.sextant.backtest..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.sextant.platform..", "dev.sextant.local..", "dev.sextant.ingest..")
                .check(DESK);
    }

    @Test
    void signalsKnowTheDomainAndJsonAlone() {
        noClasses()
                .that()
                .resideInAPackage("dev.sextant.signals..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "software.amazon..",
                        "com.amazonaws..",
                        "io.micronaut..",
                        "dev.sextant.platform..",
                        "dev.sextant.venues..",
                        "dev.sextant.local..",
                        "dev.sextant.ingest..")
                .check(DESK);
    }

    @Test
    void recordingsKnowTheDomainAndTheVenuesDialectsAlone() {
        noClasses()
                .that()
                .resideInAPackage("dev.sextant.recordings..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "software.amazon..",
                        "com.amazonaws..",
                        "io.micronaut..",
                        "dev.sextant.platform..",
                        "dev.sextant.signals..",
                        "dev.sextant.local..",
                        "dev.sextant.ingest..")
                .check(DESK);
        noClasses()
                .that()
                .resideInAnyPackage("dev.sextant.venues..", "dev.sextant.signals..", "dev.sextant.platform..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.sextant.recordings..")
                .check(DESK);
    }

    @Test
    void librariesDoNotKnowTheirUsers() {
        String[] users = new String[FUNCTIONS.length + 2];
        System.arraycopy(FUNCTIONS, 0, users, 0, FUNCTIONS.length);
        users[FUNCTIONS.length] = "dev.sextant.ingest..";
        users[FUNCTIONS.length + 1] = "dev.sextant.local..";
        noClasses()
                .that()
                .resideInAnyPackage(
                        "dev.sextant.domain..",
                        "dev.sextant.signals..",
                        "dev.sextant.arbitrage..",
                        "dev.sextant.venues..",
                        "dev.sextant.recordings..",
                        "dev.sextant.platform..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(users)
                .check(DESK);
    }

    @Test
    void nothingDependsOnTheFuzzing() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.sextant.fuzz..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.sextant.fuzz..")
                .check(DESK);
    }

    /** Its own arrows are tested where it lies: it is not on this class path, and nothing of what it brings may be. */
    @Test
    void nothingDependsOnTheRecordersProgramOrItsLibrary() {
        noClasses()
                .that()
                .resideInAPackage("dev.sextant..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.sextant.recorder..", "software.amazon.kinesis..", "io.netty..")
                .check(DESK);
    }

    @Test
    void venuesAndPlatformDoNotKnowEachOther() {
        noClasses()
                .that()
                .resideInAPackage("dev.sextant.venues..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.sextant.platform..")
                .check(DESK);
        noClasses()
                .that()
                .resideInAPackage("dev.sextant.platform..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.sextant.venues..")
                .check(DESK);
    }

    @Test
    void functionsDoNotKnowEachOther() {
        for (String function : FUNCTIONS) {
            for (String other : FUNCTIONS) {
                if (!function.equals(other)) {
                    noClasses()
                            .that()
                            .resideInAPackage(function)
                            .should()
                            .dependOnClassesThat()
                            .resideInAPackage(other)
                            .check(DESK);
                }
            }
        }
    }

    @Test
    void onlyPlacerReconcilerAndTheLocalDeskReachAnExchange() {
        noClasses()
                .that()
                .resideInAnyPackage(WITHOUT_AN_EXCHANGE)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.sextant.venues..", "dev.sextant.domain.venue..")
                .check(DESK);
        noClasses()
                .that()
                .resideInAPackage("dev.sextant.ingest..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "dev.sextant.venues.binance.trade..",
                        "dev.sextant.venues.kraken.trade..",
                        "dev.sextant.domain.venue..")
                .check(DESK);
    }

    /** It may claim and has a key that trades; the ingest, whose image it shares, has neither. */
    @Test
    void onlyTheLocalDeskKnowsTheDirectLane() {
        noClasses()
                .that()
                .resideOutsideOfPackages("dev.sextant.direct..", "dev.sextant.local..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.sextant.direct..")
                .check(DESK);
        noClasses()
                .that()
                .resideInAPackage("dev.sextant.direct..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "dev.sextant.local..",
                        "dev.sextant.backtest..",
                        "dev.sextant.scorer..",
                        "dev.sextant.risk..",
                        "dev.sextant.reconciler..",
                        "dev.sextant.api..",
                        "dev.sextant.venues.binance..")
                .check(DESK);
    }

    @Test
    void theCoreReadsNoClockDrawsNoNumbersAndStartsNoThreads() {
        noClasses()
                .that()
                .resideInAnyPackage(CORE)
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(Random.class, UUID.class, Clock.class, Thread.class)
                .check(DESK);
        noClasses()
                .that()
                .resideInAnyPackage(CORE)
                .should()
                .callMethod(System.class, "currentTimeMillis")
                .check(DESK);
        noClasses()
                .that()
                .resideInAnyPackage(CORE)
                .should()
                .callMethod(System.class, "nanoTime")
                .check(DESK);
        noClasses()
                .that()
                .resideInAnyPackage(CORE)
                .should()
                .callMethod(Instant.class, "now")
                .check(DESK);
    }
}
