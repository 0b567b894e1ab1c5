package dev.sextant.recorder;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The arrows around this module, which is on nobody's class path but its own. */
class ModuleMapTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.sextant");

    @Test
    void onlyThisModuleKnowsTheLibrary() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.sextant.recorder..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("software.amazon.kinesis..", "io.netty..")
                .check(CLASSES);
    }

    @Test
    void nobodyKnowsThisModule() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.sextant.recorder..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.sextant.recorder..")
                .check(CLASSES);
    }

    @Test
    void ofTheIngestItKnowsWhatRecordsAndWhatIsDoneByTheClock() {
        classes()
                .that()
                .resideInAPackage("dev.sextant.recorder..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "dev.sextant.recorder..",
                        "dev.sextant.ingest.recorder..",
                        "dev.sextant.ingest.archive..",
                        "dev.sextant.ingest.jobs..",
                        "dev.sextant.ingest.config..",
                        "dev.sextant.ingest.store..",
                        "dev.sextant.platform..",
                        "dev.sextant.domain.time..",
                        "dev.sextant.venues.http..",
                        "dev.sextant.venues.binance.market..",
                        "software.amazon..",
                        "org.slf4j..",
                        "org.jspecify..",
                        "java..")
                .check(CLASSES);
    }
}
