package dev.sextant.local.dataapi;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.rdsdata.RdsDataClient;

/** A transaction of several calls dies with its caller and holds its locks for minutes: only migrations may open one. */
final class TransactionsBanTest {

    @Test
    void onlyTheMigratorOpensTransactions() {
        JavaClasses desk = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("dev.sextant");
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.sextant.platform.migrate..")
                .should()
                .callMethodWhere(target(name("beginTransaction")).and(target(owner(assignableTo(RdsDataClient.class)))))
                .check(desk);
    }
}
