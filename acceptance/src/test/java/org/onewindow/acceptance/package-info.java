/** The packaged program, seen from outside: by people with a browser, and by a machine that loses power. */
package org.onewindow.acceptance;
