declare namespace App {
  interface Locals {
    /** Set for every page made on request, by the middleware. */
    services: import('./page-services.ts').PageServices
    /** Why another page than the one asked for is shown. */
    refused?: import('../api/failure.ts').Fault
  }
}
