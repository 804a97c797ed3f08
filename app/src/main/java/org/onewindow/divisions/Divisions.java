package org.onewindow.divisions;

import java.util.List;
import java.util.Optional;

/** The door to the tree of divisions and to the hall: zones, departments, windows. Answers come from memory. */
public interface Divisions {

    /** The county whose centre this is; empty before set-up. */
    Optional<Division> county();

    Optional<Division> find(String code);

    /** The county's townships, by code. */
    List<Division> townships();

    /** A township's villages, by code. */
    List<Division> villagesOf(String township);

    /** The hall's zones, by code. */
    List<Zone> zones();

    /** All departments, by code. */
    List<Department> departments();

    Optional<Department> findDepartment(String code);

    /** @throws org.onewindow.kernel.NotFound when there is none */
    Department department(String code);

    /** All windows, by number. */
    List<Window> windows();

    Optional<Window> findWindow(String number);

    /** @throws org.onewindow.kernel.NotFound when there is none */
    Window window(String number);

    /** Adds what is new and replaces what has the same code or number; removes nothing. One transaction. */
    void load(CentreLayout layout);
}
