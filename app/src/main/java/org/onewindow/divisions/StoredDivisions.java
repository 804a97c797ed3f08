package org.onewindow.divisions;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toUnmodifiableMap;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.onewindow.divisions.store.DivisionStore;
import org.onewindow.kernel.NotFound;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps the whole tree and hall in memory: a county has some hundreds of rows. An empty picture isn't kept, so that a node
 * started before set-up sees it afterwards.
 */
@Service
class StoredDivisions implements Divisions {

    private final DivisionStore store;
    private final TransactionTemplate transaction;
    private volatile @Nullable Picture picture;

    StoredDivisions(DivisionStore store, TransactionTemplate transaction) {
        this.store = store;
        this.transaction = transaction;
    }

    /** One consistent copy of the tables, indexed. */
    private record Picture(
            CentreLayout layout,
            Optional<Division> county,
            Map<String, Division> divisions,
            Map<String, List<Division>> byParent,
            Map<String, Department> departments,
            Map<String, Window> windows) {

        static Picture of(CentreLayout layout) {
            return new Picture(
                    layout,
                    layout.divisions().stream()
                            .filter(division -> division.level() == Division.Level.COUNTY)
                            .findFirst(),
                    layout.divisions().stream().collect(toUnmodifiableMap(Division::code, Function.identity())),
                    layout.divisions().stream()
                            .filter(division -> division.parent() != null)
                            .collect(groupingBy(division ->
                                    division.code().substring(0, division.code().length() - 3))),
                    layout.departments().stream().collect(toUnmodifiableMap(Department::code, Function.identity())),
                    layout.windows().stream().collect(toUnmodifiableMap(Window::number, Function.identity())));
        }
    }

    @Override
    public Optional<Division> county() {
        return picture().county();
    }

    @Override
    public Optional<Division> find(String code) {
        return Optional.ofNullable(picture().divisions().get(code));
    }

    @Override
    public List<Division> townships() {
        Picture now = picture();
        return now.county()
                .map(county -> now.byParent().getOrDefault(county.code(), List.of()))
                .orElse(List.of());
    }

    @Override
    public List<Division> villagesOf(String township) {
        return picture().byParent().getOrDefault(township, List.of());
    }

    @Override
    public List<Zone> zones() {
        return picture().layout().zones();
    }

    @Override
    public List<Department> departments() {
        return picture().layout().departments();
    }

    @Override
    public Optional<Department> findDepartment(String code) {
        return Optional.ofNullable(picture().departments().get(code));
    }

    @Override
    public Department department(String code) {
        return findDepartment(code).orElseThrow(() -> new NotFound("department " + code));
    }

    @Override
    public List<Window> windows() {
        return picture().layout().windows();
    }

    @Override
    public Optional<Window> findWindow(String number) {
        return Optional.ofNullable(picture().windows().get(number));
    }

    @Override
    public Window window(String number) {
        return findWindow(number).orElseThrow(() -> new NotFound("window " + number));
    }

    @Override
    public void load(CentreLayout layout) {
        transaction.executeWithoutResult(status -> store.save(layout));
        picture = null;
    }

    private Picture picture() {
        Picture known = picture;
        if (known != null) {
            return known;
        }
        Picture read = Picture.of(store.read());
        if (read.county().isPresent()) {
            picture = read;
        }
        return read;
    }
}
