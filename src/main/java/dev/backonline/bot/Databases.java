package dev.backonline.bot;

import dev.backonline.store.Dialect;
import dev.backonline.store.Store;
import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.arc.InjectableInstance;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

/** The one database of the two in the build that is active in this process. */
@Dependent
class Databases {
    private final InjectableInstance<AgroalDataSource> embedded;
    private final InjectableInstance<AgroalDataSource> postgresql;

    @Inject
    Databases(
            @DataSource("embedded") InjectableInstance<AgroalDataSource> embedded,
            @DataSource("postgresql") InjectableInstance<AgroalDataSource> postgresql) {
        this.embedded = embedded;
        this.postgresql = postgresql;
    }

    /** Whether other processes may work on it too. */
    boolean isShared() {
        return postgresql.getHandle().getBean().isActive();
    }

    Store store() {
        return isShared() ? Store.on(postgresql.get(), Dialect.POSTGRESQL) : Store.on(embedded.get(), Dialect.EMBEDDED);
    }
}
