// Generated from plugins/itam-backend/src/schema/openapi.yaml by `yarn generate`. Do not edit.
/* eslint-disable */
export type paths = {
    "/records": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List records the caller may read, filtered, sorted and paged. */
        get: operations["listRecords"];
        put?: never;
        /** Register a record. Its name is made from tag, number or title when none is given. */
        post: operations["createRecord"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/records/counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How many records the caller may read, counted by one of their fields. */
        get: operations["countRecords"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/records/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export records of one kind with a column for each field, to be edited and imported again.
         * Amounts are left out where the caller may not see them. In CSV, cells that a spreadsheet would run as formulas have an apostrophe before them, which an import takes away.
         */
        get: operations["exportRecords"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/records/{kind}/{namespace}/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One record with everything the caller may see of it. */
        get: operations["getRecord"];
        /** Change a registered record as a whole; 409 for one that a catalog file declares. */
        put: operations["updateRecord"];
        post?: never;
        /** Retire a registered record: its past stays, its cost ends with this month. */
        delete: operations["retireRecord"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/costs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Cost of one node by month, with its breakdown and coverage. */
        get: operations["getCosts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/costs/query": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Cost of many nodes at once, one answer or error per node. */
        post: operations["queryCosts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/records/{kind}/{namespace}/{name}/schedule": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The depreciation of an asset, past and future, by month or fiscal year; 404 when it has none. */
        get: operations["getSchedule"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/records/{kind}/{namespace}/{name}/servicings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was done to keep a record working, newest first. */
        get: operations["listServicings"];
        put?: never;
        /** Record a servicing, with its invoice and the date the next one is due. */
        post: operations["addServicing"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/records/{kind}/{namespace}/{name}/servicings/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Take back a servicing recorded in error; it stays in the history. */
        delete: operations["voidServicing"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/records/{kind}/{namespace}/{name}/usage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Measured use of a licence, newest first. */
        get: operations["getUsage"];
        put?: never;
        /** Record measured use of a licence. A measurement of the same kind, day and holder replaces the former. */
        post: operations["addUsage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/costs/comparison": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Why the cost of a node differs between two periods: new, ended, price, quantity, share, schedule, exchange rate, adjustments. */
        get: operations["compareCosts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/forecast": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a node has cost and is going to cost: actual, committed and expected, apart. */
        get: operations["getForecast"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/licenses/position": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How every product stands: entitled, consumed, unused, what is missing and what it costs. */
        get: operations["listLicensePositions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/licenses/position/range": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The pool a licence belongs to, month by month, with who could give a seat back. */
        get: operations["getLicensePositionRange"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/renewals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Contracts and licences whose term ends, or whose notice has to be given, in a range of days. */
        get: operations["listRenewals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/suppliers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Suppliers of the records the caller may read, with how many contracts, licences and assets each has and the next date to act on. */
        get: operations["listSuppliers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/suppliers/{vendor}/title": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Call a supplier something, wherever people see it. */
        put: operations["putSupplierTitle"];
        post?: never;
        /** Take the title of a supplier away, so that it is called by its slug. */
        delete: operations["deleteSupplierTitle"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/renewals.ics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Deadlines of the records of a person as an iCalendar, for calendars to subscribe to. Needs no credentials but the token. */
        get: operations["getRenewalsCalendar"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/.well-known/schemas/{file}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The JSON schema of catalog files, for editors. Needs no credentials. */
        get: operations["getEntitySchema"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/calendar-tokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The calendar tokens of the caller, a person. Confirms them. */
        get: operations["listCalendarTokens"];
        put?: never;
        /** Make a calendar token for the caller, a person. Its secret is in this answer alone, so that a repetition makes another token. */
        post: operations["createCalendarToken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/calendar-tokens/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Revoke a calendar token of the caller; its feed is closed at once. */
        delete: operations["revokeCalendarToken"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/findings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Rules that records the caller may read break, the gravest first. What is about money only with the record's cost. */
        get: operations["listFindings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/findings/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One finding with the states it had. */
        get: operations["getFinding"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/findings/{id}/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Set a finding aside until a day, with a reason. */
        post: operations["acceptFinding"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/findings/{id}/reopen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take back that a finding was set aside. */
        post: operations["reopenFinding"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/policies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The rules, how they are set, and how many findings of each the caller may see. */
        get: operations["listPolicies"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/discoveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Products and suppliers that discovery lists name, and what they are matched to. */
        get: operations["listDiscoveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/discoveries/software": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a list of software that a tool found. Entries of the same product, device and user replace each other. */
        post: operations["addDiscoveredSoftware"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/discoveries/spend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a list of money spent. Entries that are there already change nothing. */
        post: operations["addDiscoveredSpend"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/discoveries/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One discovered product or supplier with where it was found. */
        get: operations["getDiscovery"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/discoveries/{id}/map": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say which product or supplier of the register it is, for the lists that follow too. */
        post: operations["mapDiscovery"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/discoveries/{id}/dismiss": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say that it needs no record, with a reason. */
        post: operations["dismissDiscovery"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/discoveries/{id}/reopen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take back what a person decided; the rules match it again. */
        post: operations["reopenDiscovery"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/audits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Audits, the newest first. */
        get: operations["listAudits"];
        put?: never;
        /** Open an audit over a scope. What the register has there is frozen as what is expected. */
        post: operations["createAudit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/audits/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One audit with its counts. */
        get: operations["getAudit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/audits/{id}/items": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What an audit expects and what it found, of records the caller may read. */
        get: operations["listAuditItems"];
        put?: never;
        /** Record what was found. A later observation of the same replaces the former. */
        post: operations["observeAuditItem"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/audits/{id}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Close an audit and say what differs; it never changes again. Can carry places and days seen into registered records. */
        post: operations["closeAudit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/budgets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Budgets the caller may see, with what is spent, committed and expected. */
        get: operations["listBudgets"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/budgets/{fiscalYear}/{of}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One budget with its months and what explains its variance. */
        get: operations["getBudget"];
        /** Set a budget. What is forecast at that moment is kept, to explain the variance later. */
        put: operations["putBudget"];
        post?: never;
        /** Remove a budget; it stays in the history. */
        delete: operations["deleteBudget"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Exchange rates, newest first, and currencies in use without any. */
        get: operations["listRates"];
        /** Set rates by hand; they win over the file. */
        put: operations["putRates"];
        post?: never;
        /** Take back a rate set by hand, so that the one of the file counts again. */
        delete: operations["deleteRate"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/closing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Up to which month the books are closed. */
        get: operations["getClosing"];
        /** Close months, or open them again. Later changes to closed months appear in the first open one as prior-period adjustment. */
        put: operations["putClosing"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reports/depreciation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Fixed-asset roll-forward: cost, additions, disposals, depreciation and book value from the first to the last month. */
        get: operations["getDepreciationReport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/records/{kind}/{namespace}/{name}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a registered record that was retired back into the register. */
        post: operations["restoreRecord"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/records/{kind}/{namespace}/{name}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What happened to a record, newest first. */
        get: operations["listHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/records/{kind}/{namespace}/{name}/transition": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take an asset one step through its life cycle, with the evidence the step asks for. */
        post: operations["transitionRecord"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/records/transitions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The same step for many assets. Every asset is a change of its own, unless all are to succeed or none. */
        post: operations["transitionRecords"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/records/{kind}/{namespace}/{name}/assignments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who holds or held a record: an asset, pieces of a stock, or seats of a licence; newest first. */
        get: operations["listAssignments"];
        put?: never;
        /** Hand out an asset, pieces of a stock or seats of a licence; with dueBack it is a loan. */
        post: operations["assignRecord"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/records/{kind}/{namespace}/{name}/assignments/return": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take assets, pieces or seats back. What was held stays in the history. */
        post: operations["returnAssignments"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/services/{kind}/{namespace}/{name}/software": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The components of a service by its newest bill of materials, with what the policy says of their licences. */
        get: operations["getServiceSoftware"];
        /**
         * Upload the bill of materials of a service (CycloneDX 1.4 to 1.6, JSON). It takes the place of the one before.
         * The body is the file itself. Licences of its components are judged by the policy at once; products among them are discovered software of the service. The same file of the same revision again changes nothing.
         */
        put: operations["putServiceSoftware"];
        post?: never;
        /** Take the bill of materials of a service away, with the findings about it and the products it names. */
        delete: operations["deleteServiceSoftware"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cloud-billing/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The bills of clouds in force, newest first. */
        get: operations["listCloudDeliveries"];
        put?: never;
        /**
         * Deliver a billing file of a cloud (FinOps FOCUS 1.0 to 1.3, CSV or Parquet). Each bill in it, of one provider, account and period, takes the place of the one delivered before.
         * The body is the file itself: text/csv, read as it arrives, or application/vnd.apache.parquet, of which only the columns that count are unpacked, one row group after the other. It is taken as a whole or not at all. The same file again changes nothing.
         */
        post: operations["deliverCloudBill"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cloud-billing/deliveries/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Take a bill back; what it said counts no more. The records it made stay. */
        delete: operations["takeCloudBillBack"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/records/{kind}/{namespace}/{name}/bills": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What bills of clouds say a record cost, by month and bill, newest first. */
        get: operations["listRecordBills"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The caller's own imports, the newest first. */
        get: operations["listImports"];
        put?: never;
        /**
         * Upload a spreadsheet to be imported. Its rows are kept and checked; nothing is written to records before it is committed.
         * The body is the file itself: text/csv, text/tab-separated-values, or a workbook. It is stored as it arrives. The dry run begins at once and goes on in the background.
         */
        post: operations["uploadImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/imports/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How far an import is, and how many rows do what. */
        get: operations["getImport"];
        put?: never;
        post?: never;
        /** Forget an import and the rows of its file. Records stay as they are. */
        delete: operations["deleteImport"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/imports/{id}/rows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The rows of an import, in their order. */
        get: operations["listImportRows"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/imports/{id}/rows/{row}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Replace the cells of a row; it is checked again at once. */
        put: operations["correctImportRow"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/imports/{id}/mapping": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Check an import again, with another mapping or format. */
        post: operations["checkImportAgain"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/imports/{id}/commit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Write what the dry run said. Goes on in the background. */
        post: operations["commitImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/imports/{id}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take back what an import did, where nobody has changed it since: what it created is retired, what it changed is as it was. */
        post: operations["undoImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Records as the catalog may show them, in the order they changed; service principals only. */
        get: operations["listChanges"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/published": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All records the catalog shows for the register, without money; service principals only. */
        get: operations["listPublished"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/connectors": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Connectors that bring records from other tools, with what they did last. */
        get: operations["listConnectors"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/connectors/{id}/runs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The last 100 runs of a connector, newest first. */
        get: operations["listConnectorRuns"];
        put?: never;
        /** Have a connector run now, or have it tell what it would do. */
        post: operations["runConnector"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/connectors/{id}/runs/{run}/problems": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Records of a run that failed, conflict with changes people made, or are gone. */
        get: operations["listConnectorProblems"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/records/{kind}/{namespace}/{name}/sources": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The tools that fill a record, and the fields each of them owns. */
        get: operations["listRecordSources"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tickets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Open tickets of connected tools about an asset, a service with the assets it uses, or what a group owns. */
        get: operations["listTickets"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/configuration-items/{source}/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The services and assets that a configuration item of a connected tool is. */
        get: operations["findConfigurationItem"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Rejected, unconfirmed and conflicting declarations, and the age of the data. */
        get: operations["getHealth"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/declarations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Stage what a catalog file declares; service principals only. Changes no record. */
        put: operations["stageDeclaration"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/declarations/state": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Epoch of the register and the declarations it wants again; service principals only. */
        get: operations["getDeclarationState"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/declarations/incidents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Report errors and conflicts the catalog met; service principals only. */
        post: operations["reportDeclarationIncidents"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
};
export type webhooks = Record<string, never>;
/** The schemas of the HTTP API. @public */
export type components = {
    schemas: {
        ItamKind: "Asset" | "License" | "Contract";
        AssetClass: "hardware" | "fixed" | "software" | "cloud" | "digital";
        LifecycleStage: "planning" | "procurement" | "deployment" | "maintenance" | "decommission";
        EntityRef: string;
        OwnerState: "none" | "unknown";
        AssigneeState: "unknown";
        CountField: "kind" | "class" | "stage";
        CountDimension: "kind" | "class" | "stage" | "owner" | "group" | "assignee";
        NodeRef: string;
        Month: string;
        Day: string;
        CostBasis: "used" | "owned";
        CostDimension: "category" | "record" | "service" | "owner" | "supplier" | "class" | "cost-center" | "currency";
        CostCategory: "depreciation" | "charge" | "license" | "contract" | "servicing" | "impairment" | "disposal" | "adjustment" | "purchase" | "improvement" | "proceeds";
        CostView: "accrued" | "invoiced";
        FiscalYear: number;
        LicenseMetric: "named-user" | "concurrent-user" | "device" | "core" | "processor" | "instance" | "site" | "user-cal" | "device-cal" | "consumption";
        PositionState: "short" | "unused" | "balanced" | "unknown" | "not-applicable";
        RenewalState: "active" | "expiring" | "notice-due" | "renewing" | "expired" | "ended";
        ImportMode: "all-or-nothing" | "skip-errors";
        ImportState: "receiving" | "checking" | "checked" | "committing" | "committed" | "taking-back" | "undoing" | "undone" | "failed";
        ImportOutcome: "create" | "update" | "unchanged" | "error";
        ImportResult: "created" | "updated" | "undone" | "kept";
        ImportEncoding: "utf-8" | "utf-16le" | "utf-16be" | "windows-1250" | "windows-1251" | "windows-1252" | "iso-8859-1" | "iso-8859-2" | "iso-8859-15" | "macintosh";
        ImportDateFormat: "YYYY-MM-DD" | "YYYY/MM/DD" | "DD.MM.YYYY" | "DD/MM/YYYY" | "MM/DD/YYYY" | "DD-MM-YYYY" | "MM-DD-YYYY" | "DD MMM YYYY" | "YYYY-MM-DD hh:mm" | "DD.MM.YYYY hh:mm" | "DD/MM/YYYY hh:mm" | "MM/DD/YYYY hh:mm" | "excel-serial" | "excel-serial-1904";
        /** Ids of fields by header; null leaves a column out. */
        ImportMapping: {
            [key: string]: string | null;
        };
        ImportReading: {
            mapping?: components["schemas"]["ImportMapping"];
            dateFormat?: components["schemas"]["ImportDateFormat"];
            decimalSeparator?: "point" | "comma";
            currency?: string;
            blank?: "keep" | "clear";
            /** Statuses by the words the file has for them. */
            statuses?: {
                [key: string]: string;
            };
        };
        ImportCommit: {
            mode?: components["schemas"]["ImportMode"];
        };
        ImportRowCells: {
            /** One for each header, in their order. */
            cells: string[];
        };
        ImportColumn: {
            /** Position, from 0. */
            column: number;
            header: string;
            /** Id of the field; absent for columns that are left out. */
            field?: string;
            /** Why it was not recognised by itself. */
            problem?: string;
        };
        Import: {
            id: string;
            kind: components["schemas"]["ItamKind"];
            fileType: "csv" | "tsv" | "xlsx";
            /** As its uploader named it. */
            fileName?: string;
            state: components["schemas"]["ImportState"];
            /** Why it is not where it should be. */
            message?: string;
            mode: components["schemas"]["ImportMode"];
            columns: components["schemas"]["ImportColumn"][];
            format: {
                dateFormat: components["schemas"]["ImportDateFormat"];
                decimalSeparator?: "point" | "comma";
                currency?: string;
                blank: "keep" | "clear";
                statuses?: {
                    [key: string]: string;
                };
            };
            /** Without the header. */
            rows: number;
            /** Rows the check, the commit or the undoing has come to. */
            rowsDone: number;
            /** Rows by what they would do, as far as they are checked. */
            outcomes: {
                create: number;
                update: number;
                unchanged: number;
                error: number;
            };
            /** Rows by what was done with them. */
            results: {
                created: number;
                updated: number;
                undone: number;
                /** Not undone; somebody changed them since. */
                kept: number;
            };
            createdBy: string;
            createdAt: string;
            updatedAt: string;
            committedAt?: string;
            /** Changes with what the uploader changes; also the ETag. */
            version: number;
        };
        /** Records a run met. Each is created, changed, unchanged or failed; those with a field that a person has changed are counted as conflicting too. Absent are those a full run no longer found, retired those of them that were retired. Unknown are no records: they are things of the source, such as services, that records lead to and the portal does not know. */
        ConnectorCounts: {
            created: number;
            changed: number;
            unchanged: number;
            conflicting: number;
            failed: number;
            absent: number;
            retired: number;
            unknown: number;
        };
        ConnectorRun: {
            id: number;
            /** Whether it read everything. Only such a run retires records. */
            full: boolean;
            dryRun: boolean;
            /**
             * guarded: it came to its end, and retired nothing because too many records were absent.
             */
            state: "running" | "succeeded" | "guarded" | "failed";
            startedAt: string;
            finishedAt?: string;
            /** Who asked for it; absent when it was due. */
            startedBy?: string;
            /** Why it failed, or what the guard held back. */
            message?: string;
            counts: components["schemas"]["ConnectorCounts"];
        };
        ConnectorRunList: {
            items: components["schemas"]["ConnectorRun"][];
        };
        ConnectorStatus: {
            id: string;
            title: string;
            streams: {
                id: string;
                kind: "Asset" | "License" | "Contract";
            }[];
            /**
             * Who wins when a person has changed a field that the source fills.
             */
            conflicts: "register" | "source";
            /**
             * What happens to records the source no longer has.
             */
            removal: "retire" | "keep";
            state: "idle" | "requested" | "running";
            lastRun?: components["schemas"]["ConnectorRun"];
            lastSuccessAt?: string;
            /** Start of the last run that read everything. */
            lastFullAt?: string;
            /** When it is due; absent where a cron pattern says so. */
            nextRunAt?: string;
        };
        ConnectorList: {
            items: components["schemas"]["ConnectorStatus"][];
            /** Whether the caller may have them run. */
            canRun: boolean;
        };
        ConnectorProblem: {
            kind: "failed" | "conflict" | "absent" | "unknown";
            stream: string;
            sourceId: string;
            ref?: string;
            message: string;
        };
        ConnectorProblemPage: {
            items: components["schemas"]["ConnectorProblem"][];
            nextCursor?: string;
        };
        RecordSource: {
            connector: string;
            title: string;
            stream: string;
            sourceId: string;
            /** Where people find it in the source. */
            url?: string;
            /** Ids of the import fields that the source fills. */
            fields: string[];
            /** Fields that a person has changed since, which the source has otherwise. */
            conflicts: {
                field: string;
                /** What the source has; left out for money. */
                sourceValue?: string;
            }[];
            seenAt: string;
            /** Since when the source no longer has it. */
            absentSince?: string;
        };
        RecordSourceList: {
            items: components["schemas"]["RecordSource"][];
        };
        ImportPage: {
            items: components["schemas"]["Import"][];
            nextCursor?: string;
        };
        ImportRowProblem: {
            path: string;
            rule: string;
            found?: string;
            allowed: string;
            message: string;
            /** Id of the field. */
            field?: string;
            /** Position, from 0. */
            column?: number;
        };
        ImportRow: {
            /** From 1, without the header. */
            row: number;
            /** Of the file, or row of the sheet. */
            line: number;
            cells: string[];
            outcome?: components["schemas"]["ImportOutcome"];
            problems: components["schemas"]["ImportRowProblem"][];
            /** Paths that change, without values. */
            changes: string[];
            /** Record the row is about. */
            ref?: string;
            result?: components["schemas"]["ImportResult"];
        };
        ImportRowPage: {
            items: components["schemas"]["ImportRow"][];
            nextCursor?: string;
        };
        DepreciationSchedule: {
            currency: string;
            method: string;
            convention: string;
            lifeMonths: number;
            inService: string;
            cost: string;
            salvage: string;
            /** Book value left when depreciation has ended. */
            remaining: string;
            by: "month" | "fiscal-year";
            fiscalYearStartMonth: number;
            currentMonth: components["schemas"]["Month"];
            disposal?: {
                date: string;
                /** Book value given up. */
                book: string;
                proceeds: string;
                /** Proceeds less book: a gain, or a loss when negative. */
                result: string;
            };
            periods: {
                /** 2026-10, or FY26. */
                label: string;
                from: components["schemas"]["Month"];
                to: components["schemas"]["Month"];
                state: "past" | "current" | "future";
                openingBook: string;
                depreciation: string;
                impairment: string;
                improvement: string;
                closingBook: string;
            }[];
        };
        ServicingKind: "inspection" | "maintenance" | "repair" | "calibration" | "upgrade" | "other";
        Servicing: {
            id: number;
            date: string;
            kind: components["schemas"]["ServicingKind"];
            title: string;
            cost?: components["schemas"]["Amount"];
            vendor?: string;
            invoice?: string;
            nextDue?: string;
            recordedAt: string;
            recordedBy?: string;
        };
        ServicingList: {
            items: components["schemas"]["Servicing"][];
            /** Whether the caller may add one. */
            canAdd: boolean;
        };
        NewServicing: {
            date: components["schemas"]["Day"];
            kind: components["schemas"]["ServicingKind"];
            title: string;
            cost?: components["schemas"]["Amount"];
            vendor?: string;
            invoice?: string;
            nextDue?: components["schemas"]["Day"];
        };
        /**
         * seat: a holder used it on the day; peak: highest concurrent use of the day; units: units consumed on the day.
         */
        UsageKind: "seat" | "peak" | "units";
        UsageMeasurement: {
            kind: components["schemas"]["UsageKind"];
            date: components["schemas"]["Day"];
            /** Ref of the user, group or device; for seat only. */
            holder?: string;
            /** For peak and units. */
            quantity?: number;
        };
        UsageList: {
            items: components["schemas"]["UsageMeasurement"][];
            canAdd: boolean;
        };
        NewUsage: {
            measurements: components["schemas"]["UsageMeasurement"][];
        };
        UsageAnswer: {
            added: number;
            changed: number;
            unchanged: number;
        };
        /**
         * new and ended: a record without cost in one of the periods; price and quantity: of units; share: the part of a record that falls to the node; schedule: the amount a depreciation or one-off charge has in the period; rate: exchange rate; adjustment: corrections of closed months.
         */
        DifferenceCause: "new" | "ended" | "price" | "quantity" | "share" | "schedule" | "rate" | "adjustment";
        DifferenceEffect: {
            cause: components["schemas"]["DifferenceCause"];
            /** In the currency of the whole answer. */
            amount: string;
        };
        DifferenceLine: {
            /** Ref of the record, or the supplier; "hidden", "none" and "other" are reserved. */
            key: string;
            title: string;
            ref?: string;
            recordKind?: components["schemas"]["ItamKind"];
            base: string;
            current: string;
            difference: string;
            effects: components["schemas"]["DifferenceEffect"][];
        };
        CostNodeLabel: {
            ref: string;
            kind: string;
            title: string;
        };
        ComparedPeriod: {
            from: components["schemas"]["Month"];
            to: components["schemas"]["Month"];
            total: string;
        };
        MissingRate: {
            currency: string;
            months: string[];
        };
        CostComparison: {
            of: components["schemas"]["CostNodeLabel"];
            basis: components["schemas"]["CostBasis"];
            view: components["schemas"]["CostView"];
            reportingCurrency: string;
            base: components["schemas"]["ComparedPeriod"];
            current: components["schemas"]["ComparedPeriod"];
            difference: string;
            /** They add up to the difference. */
            effects: components["schemas"]["DifferenceEffect"][];
            /** Records, or suppliers, by size of their difference, the largest first; they add up to it too. */
            lines: components["schemas"]["DifferenceLine"][];
            ratesMissing: components["schemas"]["MissingRate"][];
            asOf: string;
        };
        /** A dated reason for cost that is not actual yet. */
        ForecastEvent: {
            kind: "renewal" | "replacement" | "planned" | "ordered";
            certainty: "committed" | "expected";
            month: components["schemas"]["Month"];
            ref: string;
            title: string;
            recordKind?: components["schemas"]["ItamKind"];
            /** What it costs the node within the range, in its own currency. */
            amount?: components["schemas"]["Amount"];
        };
        Forecast: {
            of: components["schemas"]["CostNodeLabel"];
            basis: components["schemas"]["CostBasis"];
            view: components["schemas"]["CostView"];
            from: components["schemas"]["Month"];
            to: components["schemas"]["Month"];
            currentMonth: components["schemas"]["Month"];
            months: components["schemas"]["Month"][];
            reportingCurrency: string;
            /** Cost of months up to and including the current one. */
            actual: components["schemas"]["CostSeries"];
            /** Running costs of later months, ordered assets and renewals whose notice deadline has passed. */
            committed: components["schemas"]["CostSeries"];
            /** Planned assets, renewals that can still be stopped, and replacements at the end of life. */
            expected: components["schemas"]["CostSeries"];
            total: components["schemas"]["CostSeries"];
            /** At most 200 in order of month; only of records the caller may read. */
            events: components["schemas"]["ForecastEvent"][];
            ratesMissing: components["schemas"]["MissingRate"][];
            asOf: string;
        };
        /** Licences of one product and metric; null is unknown, never nothing. */
        LicensePool: {
            product: string;
            publisher?: string;
            vendor?: string;
            metric: components["schemas"]["LicenseMetric"];
            state: components["schemas"]["PositionState"];
            licenses: components["schemas"]["RefLabel"][];
            entitled: number | null;
            assigned: number;
            consumed: number | null;
            /** Units of consumed that only discovery knows of; null when their number is not known. */
            found: number | null;
            /** Where discovery found the product and nothing is assigned; left out where that is nowhere. */
            foundIn?: {
                users: number;
                devices: number;
                services: number;
            };
            balance: number | null;
            /** Seats nobody has used for long; null when use is not measured. */
            reclaimable: number | null;
            /** Units nobody holds and nothing found needs, plus reclaimable ones. */
            unused: number | null;
            unitPricePerMonth?: components["schemas"]["Amount"];
            costPerSeatPerMonth?: components["schemas"]["Amount"];
            wastePerMonth?: components["schemas"]["Amount"];
            trueUp?: components["schemas"]["Amount"];
            /** Nearest end of a term. */
            endsOn?: string;
        };
        LicensePositionPage: {
            asOf: components["schemas"]["Day"];
            items: components["schemas"]["LicensePool"][];
            totalItems: number;
            nextCursor?: string;
            /** Pools by state, whatever state is asked for. */
            counts: {
                short: number;
                unused: number;
                balanced: number;
                unknown: number;
                "not-applicable": number;
            };
            /** Of all pages, per currency; only of prices the caller may see. */
            totals: {
                wastePerMonth: components["schemas"]["Amount"][];
                trueUp: components["schemas"]["Amount"][];
            };
        };
        LicensePositionRange: {
            pool: components["schemas"]["LicensePool"];
            /** As of the last day of each month, or today. */
            months: {
                month: components["schemas"]["Month"];
                entitled: number | null;
                assigned: number;
                consumed: number | null;
                balance: number | null;
            }[];
            /** What discovery calls the product, at most 50. Left out for those who may not see discoveries. */
            discoveries?: {
                id: number;
                name: string;
            }[];
            /** Who holds a seat today, those not seen for longest first; at most 500. */
            holders: {
                /** Of the seat, to take it back by. */
                id: number;
                holder: components["schemas"]["RefLabel"];
                license: string;
                from?: string;
                lastUsed?: string;
                reclaimable: boolean;
            }[];
        };
        Renewal: {
            record: components["schemas"]["RecordSummary"];
            state: components["schemas"]["RenewalState"];
            start: string;
            /** Last day of the term, inclusive. */
            end?: string;
            /** The next date to act on. */
            dueOn: string;
            dueKind: "notice" | "term";
            /** Days from today to dueOn. */
            daysLeft?: number;
            renewalKind: "none" | "manual" | "automatic";
            noticeGiven?: string;
            /** Of the whole current term; absent without permission. */
            currentAmount?: components["schemas"]["Amount"];
            /** Expected of the next term, uplift included. */
            nextAmount?: components["schemas"]["Amount"];
            /** Whether nobody has confirmed nextAmount. */
            estimated?: boolean;
        };
        Supplier: {
            /** Slug that records name it by. */
            vendor: string;
            /** What it is called, where somebody said so. */
            title?: string;
            contracts: number;
            licenses: number;
            assets: number;
            /** The next day a term ends or notice has to be given. */
            nextDecision?: {
                dueOn: string;
                dueKind: "notice" | "term";
                record: components["schemas"]["RefLabel"];
            };
        };
        SupplierTitle: {
            vendor: string;
            title: string;
        };
        TicketKind: "incident" | "problem" | "change" | "request" | "other";
        Ticket: {
            /** Id of the tool. */
            source: string;
            /** Its id in the tool. */
            id: string;
            /** What people call it. */
            number: string;
            /** Plain text. */
            title: string;
            kind: components["schemas"]["TicketKind"];
            /** In the tool's own words. */
            state: string;
            /** In the tool's own words. */
            priority?: string;
            /** ISO instant. */
            openedAt?: string;
            /** ISO instant. */
            updatedAt?: string;
            /** ISO instant or day. */
            dueAt?: string;
            /** ISO instant. */
            plannedStart?: string;
            /** ISO instant. */
            plannedEnd?: string;
            /** Name of a person or a group. */
            assignee?: string;
            /** What the tool calls the configuration item. */
            item?: string;
            /** Where it is in the tool. */
            url: string;
            /** The services and assets it is about, of those asked about. */
            about: components["schemas"]["RefLabel"][];
        };
        TicketSourceState: {
            id: string;
            title: string;
            /** Whether anything of the node is known there. */
            asked: boolean;
            /** ISO instant of the oldest answer that is shown. */
            readAt?: string;
            /** False when tickets of the tool may be missing. */
            complete: boolean;
            /** What is linked to something that the tool does not know. */
            unknown: components["schemas"]["RefLabel"][];
            /** Absent while the tool answers. */
            failure?: {
                reason: "rate-limited" | "unauthorised" | "unreachable" | "unexpected";
                /** ISO instant. */
                since: string;
                message: string;
                /** ISO instant before which it is not asked again. */
                retryAt: string;
            };
        };
        TicketCounts: {
            incident: number;
            problem: number;
            change: number;
            request: number;
            other: number;
        };
        TicketPage: {
            items: components["schemas"]["Ticket"][];
            totalItems: number;
            nextCursor?: string;
            counts: components["schemas"]["TicketCounts"];
            /** Services of the node with tickets of their own or of assets they use, most tickets first. A ticket counts with each of its services. */
            services: {
                service: components["schemas"]["RefLabel"];
                tickets: number;
            }[];
            /** The connected tools; none when no tool is. */
            sources: components["schemas"]["TicketSourceState"][];
            /** False when the node has more services or assets than are asked about at once. */
            complete: boolean;
        };
        ConfigurationItem: {
            source: string;
            /** What people call the tool. */
            title: string;
            items: components["schemas"]["RefLabel"][];
        };
        SupplierPage: {
            /** Whether the caller may say what suppliers are called. */
            canName: boolean;
            items: components["schemas"]["Supplier"][];
            totalItems: number;
            nextCursor?: string;
        };
        RenewalPage: {
            from: components["schemas"]["Day"];
            to: components["schemas"]["Day"];
            items: components["schemas"]["Renewal"][];
            totalItems: number;
            nextCursor?: string;
            totals: {
                /** Per currency, of the page. */
                nextAmount: components["schemas"]["Amount"][];
            };
        };
        BudgetInput: {
            amount: components["schemas"]["Amount"];
            view?: components["schemas"]["CostView"];
            note?: string;
        };
        /**
         * over: spent more already; at-risk: the forecast is above the budget; unknown: rates are missing.
         */
        BudgetState: "on-track" | "at-risk" | "over" | "unknown";
        /** All amounts in `currency`: that of the budget, unless a list asked for another. */
        Budget: {
            of: components["schemas"]["CostNodeLabel"];
            fiscalYear: components["schemas"]["FiscalYear"];
            /** FY26. */
            label: string;
            from: components["schemas"]["Month"];
            to: components["schemas"]["Month"];
            basis: components["schemas"]["CostBasis"];
            view: components["schemas"]["CostView"];
            currency: string;
            amount: string;
            /** Up to and including the current month. */
            actual: string;
            committed: string;
            expected: string;
            /** Actual, committed and expected. */
            forecast: string;
            /** Forecast less budget: positive is an overrun. */
            variance: string;
            usedPercent: string;
            forecastPercent: string;
            state: components["schemas"]["BudgetState"];
            note?: string;
            version: number;
            updatedAt: string;
            updatedBy?: string;
            ratesMissing: components["schemas"]["MissingRate"][];
        };
        BudgetList: {
            fiscalYear: components["schemas"]["FiscalYear"];
            label: string;
            /** Years with budgets, and the current one. */
            fiscalYears: components["schemas"]["FiscalYear"][];
            items: components["schemas"]["Budget"][];
            canEdit: boolean;
        };
        BudgetDetail: {
            budget: components["schemas"]["Budget"];
            canEdit: boolean;
            months: {
                month: components["schemas"]["Month"];
                actual: string;
                committed: string;
                expected: string;
                /** Forecast up to here. */
                cumulative: string;
                /** Budget spread evenly up to here. */
                planned: string;
            }[];
            /** What became of the forecast the budget was set on; headroom + effects = variance. */
            variance: {
                /** Time the budget was set. */
                setOn: string;
                /** Forecast at that time. */
                plan: string;
                /** Plan less budget: negative when the budget left room. */
                headroom: string;
                effects: components["schemas"]["DifferenceEffect"][];
                lines: components["schemas"]["DifferenceLine"][];
            };
        };
        Rate: {
            date: components["schemas"]["Day"];
            currency: string;
            unitsPerEuro: string;
            source: "file" | "manual";
            setBy?: string;
            setAt?: string;
            /** Rate of the file that this one replaces. */
            replaced?: string;
        };
        RatePage: {
            items: components["schemas"]["Rate"][];
            totalItems: number;
            nextCursor?: string;
            /** Currencies there are rates for. */
            currencies: {
                currency: string;
                latest: components["schemas"]["Day"];
                unitsPerEuro: string;
            }[];
            /** Currencies of costs for which there is no rate at all. */
            withoutRates: string[];
            canEdit: boolean;
        };
        RatesInput: {
            rates: {
                date: components["schemas"]["Day"];
                currency: string;
                unitsPerEuro: string;
            }[];
        };
        RatesAnswer: {
            added: number;
            changed: number;
            unchanged: number;
        };
        Closing: {
            closedThrough?: components["schemas"]["Month"];
            version: number;
            canEdit: boolean;
            /** Newest first, at most 50. */
            log: {
                closedThrough?: components["schemas"]["Month"];
                at: string;
                by?: string;
                reason?: string;
            }[];
        };
        ClosingInput: {
            /** Last closed month; null opens all. */
            closedThrough: components["schemas"]["Month"] | null;
            /** Required when months are opened again. */
            reason?: string;
        };
        /** Amounts in the currency of the line; opening + movements = closing. */
        DepreciationReportLine: {
            key: string;
            title: string;
            ref?: string;
            currency: string;
            assets: number;
            openingCost: string;
            /** Purchases and improvements. */
            additions: string;
            disposals: string;
            closingCost: string;
            openingDepreciation: string;
            depreciation: string;
            impairment: string;
            depreciationDisposed: string;
            closingDepreciation: string;
            openingBook: string;
            closingBook: string;
        };
        DepreciationReport: {
            from: components["schemas"]["Month"];
            to: components["schemas"]["Month"];
            by: "class" | "owner" | "cost-center" | "supplier" | "record";
            /** At most 1000; the CSV has all. */
            lines: components["schemas"]["DepreciationReportLine"][];
            /** Per currency. */
            totals: components["schemas"]["DepreciationReportLine"][];
            /** Assets with a purchase that have no schedule yet, such as ordered ones. */
            withoutSchedule: number;
        };
        /** Total cost of ownership up to today, per currency; depreciation is no part of it. */
        OwnershipCost: {
            items: {
                item: "purchase" | "improvements" | "charges" | "servicings" | "contracts" | "proceeds";
                amounts: components["schemas"]["Amount"][];
            }[];
            total: components["schemas"]["Amount"][];
        };
        PolicyArea: "ownership" | "life-cycle" | "financial" | "licensing" | "contracts" | "warranty" | "security" | "data-quality" | "shadow-it";
        PolicyPractice: "cataloguing" | "acquisition" | "deployment" | "maintenance-and-upgrades" | "functionality-monitoring" | "financial-management" | "ownership" | "removal" | "record-keeping";
        PolicySeverity: "error" | "warning" | "info";
        FindingState: "open" | "accepted" | "resolved";
        /** Which text of the rule the message is, for those who say it in another language. Absent for findings of an earlier version until they are evaluated again. */
        FindingVariant: string;
        /** What fills the blanks of that text, by name. A list has texts of the same rule, which the text that is named as the blank joins in pairs of `first` and `second`. */
        FindingValues: {
            [key: string]: string | number | components["schemas"]["FindingPart"][];
        };
        FindingPart: {
            text: string;
            values?: {
                [key: string]: string | number;
            };
        };
        FindingKind: "Asset" | "License" | "Contract" | "Discovery" | "Service";
        Finding: {
            id: number;
            subject: components["schemas"]["RefLabel"];
            kind: components["schemas"]["FindingKind"];
            owner?: components["schemas"]["RefLabel"];
            rule: string;
            area: components["schemas"]["PolicyArea"];
            practice: components["schemas"]["PolicyPractice"];
            severity: components["schemas"]["PolicySeverity"];
            /** In English. */
            title: string;
            /** What is wrong and what to do, in English. */
            message: string;
            variant?: components["schemas"]["FindingVariant"];
            values?: components["schemas"]["FindingValues"];
            /** The field it is about. */
            path?: string;
            /** What of several it is about, such as the name of a product. */
            about?: string;
            state: components["schemas"]["FindingState"];
            firstSeen: string;
            changedAt: string;
            reason?: string;
            acceptedBy?: string;
            acceptedUntil?: components["schemas"]["Day"];
            version: number;
        };
        FindingPage: {
            items: components["schemas"]["Finding"][];
            totalItems: number;
            bySeverity: {
                severity: components["schemas"]["PolicySeverity"];
                findings: number;
            }[];
            byArea: {
                area: components["schemas"]["PolicyArea"];
                findings: number;
            }[];
            /** Changes that are not evaluated yet. */
            pending: number;
            nextCursor?: string;
        };
        FindingDetail: {
            finding: components["schemas"]["Finding"];
            /** Whether the caller may set it aside. */
            canSettle: boolean;
            /** The newest first. */
            history: {
                at: string;
                /** Absent where the register found or resolved it. */
                actor?: string;
                state: components["schemas"]["FindingState"];
                reason?: string;
                until?: components["schemas"]["Day"];
            }[];
        };
        /** The day is the last on which it is set aside; at most five years ahead. */
        AcceptInput: {
            reason: string;
            until: components["schemas"]["Day"];
        };
        SettleReason: {
            reason: string;
        };
        PolicyList: {
            rules: {
                id: string;
                area: components["schemas"]["PolicyArea"];
                practice: components["schemas"]["PolicyPractice"];
                severity: components["schemas"]["PolicySeverity"];
                defaultSeverity: components["schemas"]["PolicySeverity"];
                enabled: boolean;
                title: string;
                description: string;
                settings: {
                    name: string;
                    description: string;
                    number?: number;
                    list?: string[];
                }[];
                open: number;
                accepted: number;
            }[];
        };
        LicenseVerdict: "allowed" | "review" | "forbidden";
        LicenseVerdictCount: {
            verdict: components["schemas"]["LicenseVerdict"];
            components: number;
        };
        SoftwareAnswer: {
            service: string;
            state: "new" | "replaced" | "unchanged";
            components: number;
            verdicts: components["schemas"]["LicenseVerdictCount"][];
        };
        SoftwareLicense: {
            /** What is stated; of several all. */
            text: string;
            verdict: components["schemas"]["LicenseVerdict"];
            components: number;
            examples: string[];
            /** The SPDX id that a name in free text may stand for. */
            suggestion?: string;
        };
        SoftwareComponent: {
            name: string;
            version?: string;
            purl?: string;
            publisher?: string;
            license: string;
            verdict: components["schemas"]["LicenseVerdict"];
        };
        ServiceSoftware: {
            service: string;
            revision?: string;
            specVersion?: string;
            uploadedAt?: string;
            uploadedBy?: string;
            components: number;
            verdicts: components["schemas"]["LicenseVerdictCount"][];
            /** The licences stated, the worst and most frequent first. */
            licenses: components["schemas"]["SoftwareLicense"][];
            moreLicenses: number;
            /** Products among the components, at most 200; those with nothing in the register first. */
            products: components["schemas"]["ServiceProduct"][];
            items: components["schemas"]["SoftwareComponent"][];
            nextCursor?: string;
        };
        /** A product that a bill of materials names. Where else it was found is left out for those who may not see discoveries. */
        ServiceProduct: {
            name: string;
            publisher?: string;
            state: components["schemas"]["DiscoveryState"];
            /** Refs of licences and software records that the caller may read. */
            matches: string[];
            /** Id of the discovery. */
            discovery?: number;
            devices?: number;
            users?: number;
            services?: number;
        };
        DiscoveryKind: "software" | "spend";
        DiscoveryState: "matched" | "unmatched" | "ambiguous" | "dismissed";
        SoftwareList: {
            /** The tool that made the list. */
            source: string;
            entries: {
                name: string;
                publisher?: string;
                /** Inventory tag, serial number or ref of an asset. */
                device?: string;
                /** Ref of a User, or a name that the tool has. */
                user?: string;
                lastSeen: components["schemas"]["Day"];
            }[];
        };
        SpendList: {
            /** The system the list comes from. */
            source: string;
            entries: {
                /** Number of the entry where it has one; else all it says identifies it. */
                id?: string;
                date: components["schemas"]["Day"];
                supplier: string;
                text?: string;
                amount: components["schemas"]["Amount"];
                costCenter?: string;
            }[];
        };
        DiscoveryAnswer: {
            added: number;
            changed: number;
            unchanged: number;
            /** Products or suppliers of the list by state. */
            states: {
                state: components["schemas"]["DiscoveryState"];
                items: number;
            }[];
        };
        Discovery: {
            id: number;
            kind: components["schemas"]["DiscoveryKind"];
            name: string;
            publisher?: string;
            state: components["schemas"]["DiscoveryState"];
            matchedBy?: "name" | "alias" | "person";
            /** Refs of licences and software records that the caller may read, or slugs of suppliers. */
            matches: string[];
            mappedTo?: string;
            reason?: string;
            decidedBy?: string;
            decidedAt?: string;
            devices: number;
            users: number;
            /** Services whose bill of materials names it. */
            services: number;
            lines: number;
            /** Left out without permission. */
            spent?: components["schemas"]["Amount"][];
            firstSeen: components["schemas"]["Day"];
            lastSeen: components["schemas"]["Day"];
            version: number;
        };
        DiscoveryPage: {
            items: components["schemas"]["Discovery"][];
            totalItems: number;
            byState: {
                state: components["schemas"]["DiscoveryState"];
                items: number;
            }[];
            nextCursor?: string;
        };
        DiscoveryDetail: {
            discovery: components["schemas"]["Discovery"];
            /** Where software was found last, at most 200. */
            sightings: {
                name: string;
                device?: string;
                /** Ref of the asset that the device is. */
                record?: string;
                user?: string;
                /** Ref of the service whose bill of materials names it. */
                service?: string;
                lastSeen: components["schemas"]["Day"];
                source: string;
            }[];
            /** The newest entries, at most 200. */
            spend: {
                date: components["schemas"]["Day"];
                text?: string;
                amount?: components["schemas"]["Amount"];
                costCenter?: string;
                source: string;
            }[];
            /** What is spent with a matched supplier beside what its records are invoiced for, by currency and month, the newest month first; from the month before the first entry to the month after the last. Left out without permission. */
            months?: {
                month: components["schemas"]["Month"];
                spent: components["schemas"]["Amount"];
                charged: components["schemas"]["Amount"];
                difference: components["schemas"]["Amount"];
            }[];
        };
        /** The product of a licence, the title of a software record, or the slug of a supplier. */
        MapInput: {
            to: string;
        };
        AuditState: "open" | "closed";
        AuditOutcome: "pending" | "found" | "not-found" | "elsewhere" | "unexpected";
        AuditDiscrepancy: "missing" | "misplaced" | "wrong-holder" | "wrong-status" | "unexpected" | "not-checked";
        /** All of it has to hold; live records only. */
        AuditScope: {
            kind?: components["schemas"]["ItamKind"];
            class?: components["schemas"]["AssetClass"];
            stage?: components["schemas"]["LifecycleStage"];
            owner?: components["schemas"]["EntityRef"];
            assignee?: components["schemas"]["EntityRef"];
            vendor?: string;
            /** The place, and what begins with it. */
            location?: string;
        };
        NewAudit: {
            name: string;
            note?: string;
            scope: components["schemas"]["AuditScope"];
        };
        Audit: {
            id: number;
            name: string;
            note?: string;
            scope: components["schemas"]["AuditScope"];
            state: components["schemas"]["AuditState"];
            openedAt: string;
            openedBy?: string;
            closedAt?: string;
            closedBy?: string;
            /** Records that were in the scope. */
            expected: number;
            outcomes: {
                outcome: components["schemas"]["AuditOutcome"];
                items: number;
            }[];
            /** Of a closed audit. */
            discrepancies: {
                discrepancy: components["schemas"]["AuditDiscrepancy"];
                items: number;
            }[];
            version: number;
        };
        AuditPage: {
            items: components["schemas"]["Audit"][];
            nextCursor?: string;
        };
        AuditItem: {
            id: number;
            /** Whether it was in the scope. */
            expected: boolean;
            ref?: string;
            title: string;
            tag?: string;
            serialNumber?: string;
            location?: string;
            holder?: string;
            status?: string;
            outcome: components["schemas"]["AuditOutcome"];
            foundLocation?: string;
            foundHolder?: string;
            foundStatus?: string;
            condition?: string;
            note?: string;
            seenOn?: components["schemas"]["Day"];
            observedAt?: string;
            observedBy?: string;
            discrepancies: components["schemas"]["AuditDiscrepancy"][];
            /**
             * What became of it in the record, when the audit was closed so.
             */
            applied?: "applied" | "unchanged" | "declared" | "refused";
        };
        AuditItemPage: {
            items: components["schemas"]["AuditItem"][];
            totalItems: number;
            nextCursor?: string;
        };
        /** Of one thing, by its ref, tag or serial number. A tag or serial number that the register does not know is an unexpected item. */
        Observation: {
            ref?: components["schemas"]["EntityRef"];
            tag?: string;
            serialNumber?: string;
            outcome: "found" | "not-found";
            /** Where it was found; where it is registered when absent. */
            location?: string;
            holder?: components["schemas"]["EntityRef"];
            status?: string;
            condition?: string;
            note?: string;
            seenOn?: components["schemas"]["Day"];
        };
        /** With apply, registered assets get the place they were found at and the day they were seen. */
        CloseInput: {
            apply: boolean;
        };
        /** The same spec as in a catalog file, financials included. */
        NewRecord: {
            kind: components["schemas"]["ItamKind"];
            namespace?: string;
            name?: string;
            title?: string;
            description?: string;
            spec: {
                [key: string]: unknown;
            };
        };
        /** effectiveFrom is the day from which a changed owner, cost centre, share or cover counts; today when absent. */
        RecordInput: {
            title?: string;
            description?: string;
            spec: {
                [key: string]: unknown;
            };
            effectiveFrom?: components["schemas"]["Day"];
        };
        RestoreInput: {
            reason: string;
        };
        HistoryEntry: {
            sequence: number;
            at: string;
            actor?: string;
            actorLabel?: components["schemas"]["RefLabel"];
            action: string;
            reason?: string;
            /** Paths that changed. */
            changes: string[];
        };
        HistoryPage: {
            items: components["schemas"]["HistoryEntry"][];
            totalItems: number;
            nextCursor?: string;
        };
        /** to is a status. changes are merged into the spec (RFC 7396): the evidence the step asks for. */
        TransitionInput: {
            to: string;
            reason?: string;
            date?: components["schemas"]["Day"];
            changes?: {
                [key: string]: unknown;
            };
        };
        BulkTransitionInput: {
            refs: components["schemas"]["EntityRef"][];
            to: string;
            reason?: string;
            date?: components["schemas"]["Day"];
            changes?: {
                [key: string]: unknown;
            };
            allOrNothing?: boolean;
        };
        BulkAnswer: {
            done: number;
            failed: number;
            items: components["schemas"]["BulkOutcome"][];
        };
        BulkOutcome: {
            ref: string;
            ok: boolean;
            version?: number;
            error?: string;
        };
        Assignment: {
            id: number;
            to: components["schemas"]["RefLabel"];
            from: string;
            until?: string;
            dueBack?: string;
            overdue?: boolean;
            quantity?: number;
            note?: string;
            assignedBy?: string;
            returnedBy?: string;
        };
        AssignmentPage: {
            items: components["schemas"]["Assignment"][];
            totalItems: number;
            nextCursor?: string;
            open: number;
            canAssign: boolean;
        };
        /** One holder for an asset, any number for seats; quantity of pieces for each holder of a stock. */
        AssignmentInput: {
            to: components["schemas"]["EntityRef"][];
            from?: components["schemas"]["Day"];
            dueBack?: components["schemas"]["Day"];
            quantity?: number;
            note?: string;
        };
        /** to is the status an asset has afterwards, in-stock when absent. */
        ReturnInput: {
            holders?: components["schemas"]["EntityRef"][];
            ids?: number[];
            date?: components["schemas"]["Day"];
            quantity?: number;
            to?: string;
            note?: string;
        };
        PublishedEntity: {
            ref: string;
            entity: {
                [key: string]: unknown;
            };
        };
        /** Without entity, the catalog must not show the record any more. */
        Change: {
            sequence: number;
            ref: string;
            entity?: {
                [key: string]: unknown;
            };
        };
        ChangePage: {
            items: components["schemas"]["Change"][];
            last: number;
            epoch: string;
            more: boolean;
        };
        PublishedPage: {
            items: components["schemas"]["PublishedEntity"][];
            nextCursor?: string;
            /** Sequence of the newest change when the page was read. */
            last: number;
            epoch: string;
        };
        NextStep: {
            to: string;
            stage: components["schemas"]["LifecycleStage"];
            kind: "forward" | "repair" | "return" | "reinstate";
            reasonRequired: boolean;
            /** Evidence that is missing for the step. */
            missing: {
                path: string;
                allowed: string;
            }[];
        };
        /** What the caller may do with the record here; a declared record is changed in its file. */
        RecordRights: {
            update: boolean;
            delete: boolean;
            transition: boolean;
            assign: boolean;
        };
        CloudAmount: {
            /** The sum with all digits of the file. */
            exact: string;
            rounded: components["schemas"]["Amount"];
        };
        /** A bill of a cloud, of one provider, account and period. */
        CloudDelivery: {
            /** Absent for a bill that was checked only. */
            id?: number;
            provider: string;
            billingAccount: string;
            billingAccountName?: string;
            billingPeriod: components["schemas"]["Day"];
            currency: string;
            fileName?: string;
            /** Format: date-time */
            deliveredAt: string;
            deliveredBy: string;
            rows: number;
            /** Rows whose billed and effective cost is 0. */
            rowsWithoutCost: number;
            /** Rows for which no rule names a service or contract. */
            unmappedRows: number;
            /** Records the bill is about. */
            records: number;
            billed?: components["schemas"]["CloudAmount"];
            effective?: components["schemas"]["CloudAmount"];
            /** Of the sums, what no rule gives a service or contract. */
            unmapped?: {
                billed: string;
                effective: string;
            };
            /**
             * What it does to the bill in force; when delivered only.
             */
            state?: "new" | "replaces" | "unchanged";
        };
        CloudDeliveryPage: {
            items: components["schemas"]["CloudDelivery"][];
            nextCursor?: string;
        };
        /** Charges of one service, contract, owner and cost centre, exact; without service and contract they are unallocated. */
        CloudBillingSum: {
            service?: string;
            contract?: string;
            owner?: string;
            costCenter?: string;
            currency: string;
            rows: number;
            billed: string;
            effective: string;
        };
        CloudBillingAnswer: {
            dryRun: boolean;
            /** Rows of the file. */
            rows: number;
            deliveries: components["schemas"]["CloudDelivery"][];
            targets: components["schemas"]["CloudBillingSum"][];
            /** Targets that are not listed. */
            moreTargets: number;
        };
        RecordBills: {
            items: {
                month: string;
                /** Rows of the file behind it. */
                rows: number;
                billed?: components["schemas"]["CloudAmount"];
                effective?: components["schemas"]["CloudAmount"];
                delivery: {
                    id: number;
                    provider: string;
                    billingAccount: string;
                    billingPeriod: components["schemas"]["Day"];
                    fileName?: string;
                    /** Format: date-time */
                    deliveredAt: string;
                };
            }[];
        };
        Amount: {
            amount: string;
            currency: string;
        };
        /** A catalog entity as the caller may see it. */
        RefLabel: {
            ref: string;
            title?: string;
            /** Whether it is in the catalog. */
            resolved: boolean;
        };
        ServiceUse: {
            service: components["schemas"]["RefLabel"];
            sharePercent: string;
            inheritedFrom?: string;
        };
        RecordSummary: {
            ref: string;
            kind: components["schemas"]["ItamKind"];
            title: string;
            origin: "declared" | "registered";
            class?: components["schemas"]["AssetClass"];
            type?: string;
            stage?: components["schemas"]["LifecycleStage"];
            status?: string;
            owner?: components["schemas"]["RefLabel"];
            assignee?: components["schemas"]["RefLabel"];
            /** Slug of the supplier. */
            vendor?: string;
            /** What the supplier is called, where somebody said so. */
            vendorTitle?: string;
            product?: string;
            tag?: string;
            serialNumber?: string;
            manufacturer?: string;
            model?: string;
            location?: string;
            /** Next date that matters: warranty, term or end of life. */
            endsOn?: string;
            endsKind?: "warranty" | "term" | "end-of-life" | "notice";
            /** Cost of the current month; absent without permission. */
            monthlyCost?: components["schemas"]["Amount"][];
            /** Of an asset, at the end of the current month; absent without permission. */
            bookValue?: components["schemas"]["Amount"];
            retiredAt?: string;
            updatedAt: string;
            version: number;
        };
        RecordPage: {
            items: components["schemas"]["RecordSummary"][];
            totalItems: number;
            nextCursor?: string;
        };
        RecordCounts: {
            by: components["schemas"]["CountDimension"];
            /** Records that match. */
            totalItems: number;
            /** At most 1000. */
            items: {
                /** Kind, class, stage or ref; "none" for records without. */
                key: string;
                /** Of a ref. */
                label?: components["schemas"]["RefLabel"];
                records: number;
                /** Its records by the field asked for, the largest counts first. */
                across?: {
                    key: string;
                    records: number;
                }[];
            }[];
        };
        RecordDetail: {
            record: components["schemas"]["RecordSummary"];
            description?: string;
            /** As declared; without financials for those who may not see them. */
            spec: {
                [key: string]: unknown;
            };
            costVisible: boolean;
            /** Whether a catalog page exists for it. */
            inCatalog: boolean;
            /** File that declares it, when known. */
            sourceUrl?: string;
            editUrl?: string;
            services: components["schemas"]["ServiceUse"][];
            covers: components["schemas"]["RefLabel"][];
            coveredBy: components["schemas"]["RefLabel"][];
            contract?: components["schemas"]["RefLabel"];
            partOf?: components["schemas"]["RefLabel"];
            parts: components["schemas"]["RefLabel"][];
            licenses?: components["schemas"]["RefLabel"][];
            nextStages?: components["schemas"]["LifecycleStage"][];
            findings: {
                rule: string;
                /** In English. */
                message: string;
                variant?: components["schemas"]["FindingVariant"];
                values?: components["schemas"]["FindingValues"];
                severity: "info" | "warning" | "error";
            }[];
            /** Assets with a purchase; absent without permission. */
            bookValue?: {
                currency: string;
                cost: string;
                salvage: string;
                book: string;
                depreciatedToDate: string;
                points: {
                    month: string;
                    book: string;
                    depreciation: string;
                }[];
            };
            ownershipCost?: components["schemas"]["OwnershipCost"];
            rights?: components["schemas"]["RecordRights"];
            nextSteps?: components["schemas"]["NextStep"][];
            /** Assets with a quantity. */
            stock?: {
                quantity: number;
                assigned: number;
                available: number;
            };
            /** Contracts and licences with a term. */
            renewal?: {
                state: "active" | "expiring" | "notice-due" | "renewing" | "expired" | "ended";
                start: string;
                /** Last day of the current term, inclusive. */
                end?: string;
                lastNoticeDay?: string;
                next?: {
                    start: string;
                    end: string;
                    amount?: components["schemas"]["Amount"];
                }[];
            };
            /** Licences. */
            position?: {
                metric: string;
                applicable: boolean;
                entitled?: number;
                /** Core factors make halves of licences. */
                consumed?: number;
                /** Units of consumed that only discovery knows of. */
                found?: number;
                /** Entitled less consumed. */
                balance?: number;
                unitPricePerMonth?: components["schemas"]["Amount"];
                trueUp?: components["schemas"]["Amount"];
                seats?: {
                    to: components["schemas"]["RefLabel"];
                    from?: string;
                    until?: string;
                }[];
            };
            history: components["schemas"]["HistoryEntry"][];
        };
        /** One figure per month, in the currencies as booked and converted. */
        CostSeries: {
            booked: {
                currency: string;
                months: string[];
                total: string;
            }[];
            /** Parts without a rate are left out here and named in coverage. */
            converted: {
                currency: string;
                months: string[];
                total: string;
            };
        };
        CostGroup: {
            /** Category, ref, supplier slug and so on; "unallocated", "none", "hidden", "other" (lines beyond the largest 1000) and "closed" are reserved. */
            key: string;
            title: string;
            /** Set when the key is a record or a catalog entity. */
            ref?: string;
            recordKind?: components["schemas"]["ItamKind"];
            recordType?: string;
            /** The node's share of the record in the last month. */
            sharePercent?: string;
            endsOn?: string;
            endsKind?: "warranty" | "term" | "end-of-life" | "notice";
            categories?: components["schemas"]["CostCategory"][];
            series: components["schemas"]["CostSeries"];
        };
        CostAnswer: {
            of: {
                ref: string;
                kind: string;
                title: string;
            };
            basis: components["schemas"]["CostBasis"];
            view: components["schemas"]["CostView"];
            /** Last month whose figures are frozen. */
            closedThrough?: components["schemas"]["Month"];
            from: components["schemas"]["Month"];
            to: components["schemas"]["Month"];
            currentMonth: components["schemas"]["Month"];
            months: components["schemas"]["Month"][];
            by: components["schemas"]["CostDimension"];
            reportingCurrency: string;
            total: components["schemas"]["CostSeries"];
            /** Owned basis: part of the total that no service uses. Used basis of all: the rest no service takes. */
            unallocated: components["schemas"]["CostSeries"];
            groups: components["schemas"]["CostGroup"][];
            coverage: {
                /** Records behind the figure. */
                records: number;
                priced: number;
                /** The first hundred that the caller may read; the counts tell the rest. */
                withoutPrice: components["schemas"]["RefLabel"][];
                /** Records without price that the caller may not read. */
                hiddenWithoutPrice?: number;
                /** Priced records that have no line because the charges of their contract are their cost. */
                countedInContract?: number;
                ratesMissing: {
                    currency: string;
                    months: string[];
                }[];
                unresolvedRefs: string[];
                /** What is not in the figure by rule, as message keys. */
                notes: ("organisation-as-of-now" | "depends-on-not-included" | "planning-not-included" | "parents-not-pushed-down")[];
            };
            /** Rates used, per month and currency. */
            rates: {
                month: string;
                currency: string;
                /** Units of the currency for one euro. */
                unitsPerEuro: string;
                date: string;
                quality: "final" | "provisional" | "forecast";
            }[];
            /** Time of the answer. */
            asOf: string;
        };
        NewCalendarToken: {
            /** What it is for, such as the device. */
            name: string;
        };
        CalendarToken: {
            id: number;
            name: string;
            createdAt: string;
            lastUsedOn?: string;
            /** Until when the feed is open, unless its owner visits the portal. */
            confirmedUntil: string;
        };
        CreatedCalendarToken: {
            id: number;
            name: string;
            createdAt: string;
            lastUsedOn?: string;
            confirmedUntil: string;
            token: string;
            /** Of the feed, below the address of the register's API. */
            path: string;
        };
        CalendarTokenList: {
            items: components["schemas"]["CalendarToken"][];
        };
        Health: {
            checkedAt: string;
            projection: {
                syncedAt?: string;
                nodes: number;
                stale: boolean;
                lastError?: string;
            };
            readModel: {
                records: number;
                segments: number;
                windowFrom?: string;
                windowTo?: string;
            };
            alerts?: {
                enabled: boolean;
                /** Day up to which every alert was sent. */
                completeOn?: string;
                unsent: number;
                /** Why alerts could not be sent lately. */
                lastError?: string;
            };
            declarations: {
                active: number;
                reconciledAt?: string;
                /** Why reconciliation retired nothing. */
                guardAlarm?: string;
                unconfirmed: {
                    ref: string;
                    since: string;
                }[];
                rejected: components["schemas"]["RejectedDeclaration"][];
                conflicts: {
                    ref: string;
                    holder: string;
                    claimant: string;
                    at: string;
                }[];
            };
        };
        RejectedDeclaration: {
            ref: string;
            location?: string;
            at: string;
            /** Every problem, one per line. */
            message: string;
            source?: "catalog" | "register";
        };
        Declaration: {
            ref: string;
            /** The whole entity as validated, financials included. */
            entity: {
                [key: string]: unknown;
            };
            location?: string;
        };
        DeclarationIncident: {
            kind: "error" | "conflict";
            ref: string;
            location?: string;
            messages?: string[];
            holder?: string;
            claimant?: string;
        };
        ErrorBody: {
            error: {
                name: string;
                message: string;
            };
            request?: Record<string, never>;
            response?: Record<string, never>;
        };
    };
    responses: {
        /** An error in Backstage's form. */
        Error: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorBody"];
            };
        };
    };
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
};
export type $defs = Record<string, never>;
/** The HTTP API by operation id. @public */
export interface operations {
    /** List records the caller may read, filtered, sorted and paged. */
    listRecords: {
        parameters: {
            query?: {
                kind?: components["schemas"]["ItamKind"];
                class?: components["schemas"]["AssetClass"];
                stage?: components["schemas"]["LifecycleStage"];
                /** Group or User ref; groups include their sub-groups. */
                owner?: components["schemas"]["EntityRef"];
                /** Who the record is assigned to or, of a licence, who has a seat in force today. */
                assignee?: components["schemas"]["EntityRef"];
                /** none has records that name no owner; unknown those whose owner the catalog does not have. */
                ownerState?: components["schemas"]["OwnerState"];
                /** unknown has what is held by somebody whom the catalog does not have. */
                assigneeState?: components["schemas"]["AssigneeState"];
                /** Service the record is used by; systems and domains include their parts. */
                service?: components["schemas"]["EntityRef"];
                vendor?: string;
                /** Only records whose endsOn is this day or later. */
                endsFrom?: components["schemas"]["Day"];
                /** Only records whose endsOn is this day or earlier. */
                endsTo?: components["schemas"]["Day"];
                /** Part of name, title, tag, serial number, model or product. */
                q?: string;
                /** Lists records that went away instead of live ones. */
                retired?: boolean;
                sort?: "title" | "ref" | "kind" | "stage" | "owner" | "vendor" | "endsOn" | "updatedAt";
                order?: "asc" | "desc";
                limit?: number;
                cursor?: string;
                format?: "json" | "csv";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** A page of records; also as text/csv. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecordPage"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    /** Register a record. Its name is made from tag, number or title when none is given. */
    createRecord: {
        parameters: {
            query?: never;
            header?: {
                /** Repeating a request with the same key and body gives the first answer again. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewRecord"];
            };
        };
        responses: {
            /** The record; its version is also the ETag. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecordDetail"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    /** How many records the caller may read, counted by one of their fields. */
    countRecords: {
        parameters: {
            query: {
                /** group counts what each group and person owns, with what the groups below own; assignee what each person or group holds, seats included. */
                by: components["schemas"]["CountDimension"];
                /** Counts each item by this field as well. Only by kind, class, stage and owner. */
                across?: components["schemas"]["CountField"];
                kind?: components["schemas"]["ItamKind"];
                class?: components["schemas"]["AssetClass"];
                stage?: components["schemas"]["LifecycleStage"];
                /** Group or User ref; groups include their sub-groups. */
                owner?: components["schemas"]["EntityRef"];
                assignee?: components["schemas"]["EntityRef"];
                /** none has records that name no owner; unknown those whose owner the catalog does not have. */
                ownerState?: components["schemas"]["OwnerState"];
                /** unknown has what is held by somebody whom the catalog does not have. */
                assigneeState?: components["schemas"]["AssigneeState"];
                service?: components["schemas"]["EntityRef"];
                vendor?: string;
                /** Part of name, title, tag, serial number, model or product. */
                q?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The largest counts first. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecordCounts"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    /** Export records of one kind with a column for each field, to be edited and imported again. */
    exportRecords: {
        parameters: {
            query: {
                kind: components["schemas"]["ItamKind"];
                /** csv when absent. */
                format?: "csv" | "xlsx";
                class?: components["schemas"]["AssetClass"];
                stage?: components["schemas"]["LifecycleStage"];
                /** Group or User ref; groups include their sub-groups. */
                owner?: components["schemas"]["EntityRef"];
                vendor?: string;
                /** Part of name, title, tag, serial number, model or product. */
                q?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The file. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            default: components["responses"]["Error"];
        };
    };
    /** One record with everything the caller may see of it. */
    getRecord: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                kind: string;
                namespace: string;
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The record; its version is also the ETag. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecordDetail"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    /** Change a registered record as a whole; 409 for one that a catalog file declares. */
    updateRecord: {
        parameters: {
            query?: never;
            header?: {
                /** ETag of the version the change starts from. */
                "If-Match"?: string;
                /** return=minimal (RFC 7240) for an answer without a body. */
                Prefer?: string;
            };
            path: {
                kind: string;
                namespace: string;
                name: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RecordInput"];
            };
        };
        responses: {
            /** The record as changed. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecordDetail"];
                };
            };
            /** Done, as return=minimal asked for; the ETag is the version it has now. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Error"];
        };
    };
    /** Retire a registered record: its past stays, its cost ends with this month. */
    retireRecord: {
        parameters: {
            query?: {
                reason?: string;
            };
            header?: {
                /** ETag of the version the change starts from. */
                "If-Match"?: string;
            };
            path: {
                kind: string;
                namespace: string;
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** Retired. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Error"];
        };
    };
    /** Cost of one node by month, with its breakdown and coverage. */
    getCosts: {
        parameters: {
            query: {
                /** An entity ref (component, system, resource, api, domain, group, user, asset, license, contract), supplier:SLUG, class:CLASS, cost-center:CODE, or all. */
                of: components["schemas"]["NodeRef"];
                /** First month; default is eleven months before the current one. */
                from?: components["schemas"]["Month"];
                /** Last month, inclusive; default is the current one. At most 120 months. */
                to?: components["schemas"]["Month"];
                by?: components["schemas"]["CostDimension"];
                /** Default: owned for groups and users, used for the rest. */
                basis?: components["schemas"]["CostBasis"];
                /** accrued (the default) spreads costs over the months they are for; invoiced has them in full on their date. */
                view?: components["schemas"]["CostView"];
                /** Reporting currency; default from configuration. */
                currency?: string;
                format?: "json" | "csv";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The answer; also as text/csv. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CostAnswer"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    /** Cost of many nodes at once, one answer or error per node. */
    queryCosts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    of: components["schemas"]["NodeRef"][];
                    from?: components["schemas"]["Month"];
                    to?: components["schemas"]["Month"];
                    by?: components["schemas"]["CostDimension"];
                    basis?: components["schemas"]["CostBasis"];
                    view?: components["schemas"]["CostView"];
                    currency?: string;
                };
            };
        };
        responses: {
            /** In the order asked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            of: string;
                            costs?: components["schemas"]["CostAnswer"];
                            error?: "not-allowed" | "not-found";
                        }[];
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    /** The depreciation of an asset, past and future, by month or fiscal year; 404 when it has none. */
    getSchedule: {
        parameters: {
            query?: {
                /** Default fiscal-year. */
                by?: "month" | "fiscal-year";
                format?: "json" | "csv";
            };
            header?: never;
            path: {
                kind: string;
                namespace: string;
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The schedule; also as text/csv. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DepreciationSchedule"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    /** What was done to keep a record working, newest first. */
    listServicings: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                kind: string;
                namespace: string;
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** Servicing records; amounts are left out without permission. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServicingList"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    /** Record a servicing, with its invoice and the date the next one is due. */
    addServicing: {
        parameters: {
            query?: never;
            header?: {
                /** Repeating a request with the same key and body gives the first answer again. */
                "Idempotency-Key"?: string;
            };
            path: {
                kind: string;
                namespace: string;
                name: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewServicing"];
            };
        };
        responses: {
            /** The servicing as recorded. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Servicing"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    /** Take back a servicing recorded in error; it stays in the history. */
    voidServicing: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                kind: string;
                namespace: string;
                name: string;
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** Taken back. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Error"];
        };
    };
    /** Measured use of a licence, newest first. */
    getUsage: {
        parameters: {
            query?: {
                from?: components["schemas"]["Day"];
                to?: components["schemas"]["Day"];
            };
            header?: never;
            path: {
                kind: string;
                namespace: string;
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** Measurements, at most 5000. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UsageList"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    /** Record measured use of a licence. A measurement of the same kind, day and holder replaces the former. */
    addUsage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                kind: string;
                namespace: string;
                name: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewUsage"];
            };
        };
        responses: {
            /** How many measurements were new, changed or the same. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UsageAnswer"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    /** Why the cost of a node differs between two periods: new, ended, price, quantity, share, schedule, exchange rate, adjustments. */
    compareCosts: {
        parameters: {
            query: {
                /** What the figures are of, as in GET /costs. */
                of: components["schemas"]["NodeRef"];
                /** First month of the period; default is the current month. */
                from?: components["schemas"]["Month"];
                /** Last month, inclusive; default is from. */
                to?: components["schemas"]["Month"];
                /** First month of the period compared with; default is the period of the same length before. */
                baseFrom?: components["schemas"]["Month"];
                baseTo?: components["schemas"]["Month"];
                /** Default: owned for groups and users, used for the rest. */
                basis?: components["schemas"]["CostBasis"];
                /** accrued (the default) spreads costs over the months they are for; invoiced has them in full on their date. */
                view?: components["schemas"]["CostView"];
                /** Reporting currency; default from configuration. */
                currency?: string;
                /** What the lines are: records that differ (the default), or suppliers with all they cost in either period. */
                by?: "record" | "supplier";
                format?: "json" | "csv" | "xlsx";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The comparison; also as text/csv and as a workbook. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CostComparison"];
                    "text/csv": string;
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            default: components["responses"]["Error"];
        };
    };
    /** What a node has cost and is going to cost: actual, committed and expected, apart. */
    getForecast: {
        parameters: {
            query: {
                /** What the figures are of, as in GET /costs. */
                of: components["schemas"]["NodeRef"];
                /** First month; default is the first month of the current fiscal year. */
                from?: components["schemas"]["Month"];
                /** Last month, inclusive; default is the last of the fiscal year of from. At most 60 months. */
                to?: components["schemas"]["Month"];
                /** Default: owned for groups and users, used for the rest. */
                basis?: components["schemas"]["CostBasis"];
                /** accrued (the default) spreads costs over the months they are for; invoiced has them in full on their date. */
                view?: components["schemas"]["CostView"];
                /** Reporting currency; default from configuration. */
                currency?: string;
                format?: "json" | "csv";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The forecast; also as text/csv. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Forecast"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    /** How every product stands: entitled, consumed, unused, what is missing and what it costs. */
    listLicensePositions: {
        parameters: {
            query?: {
                /** Default is today. */
                asOf?: components["schemas"]["Day"];
                /** Part of the product or publisher. */
                q?: string;
                vendor?: string;
                /** Group or User; groups include their sub-groups. */
                owner?: components["schemas"]["EntityRef"];
                metric?: components["schemas"]["LicenseMetric"];
                state?: components["schemas"]["PositionState"];
                /** balance (the default) has the shortest pools first. */
                sort?: "product" | "balance" | "waste" | "trueUp";
                order?: "asc" | "desc";
                limit?: number;
                cursor?: string;
                format?: "json" | "csv";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** A page of pools; also as text/csv. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LicensePositionPage"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    /** The pool a licence belongs to, month by month, with who could give a seat back. */
    getLicensePositionRange: {
        parameters: {
            query: {
                /** Ref of any licence of the pool. */
                license: components["schemas"]["EntityRef"];
                /** First month; default is eleven months before the last. */
                from?: components["schemas"]["Month"];
                /** Last month; default is the current one. At most 60 months. */
                to?: components["schemas"]["Month"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The pool. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LicensePositionRange"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    /** Contracts and licences whose term ends, or whose notice has to be given, in a range of days. */
    listRenewals: {
        parameters: {
            query?: {
                /** Default is today. */
                from?: components["schemas"]["Day"];
                /** Inclusive; default is 90 days after from. */
                to?: components["schemas"]["Day"];
                state?: components["schemas"]["RenewalState"];
                /** Group or User; groups include their sub-groups. */
                owner?: components["schemas"]["EntityRef"];
                vendor?: string;
                /** Only those whose notice deadline lies in the range. */
                decision?: boolean;
                limit?: number;
                cursor?: string;
                format?: "json" | "csv";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** A page in order of the next date; also as text/csv. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RenewalPage"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    /** Suppliers of the records the caller may read, with how many contracts, licences and assets each has and the next date to act on. */
    listSuppliers: {
        parameters: {
            query?: {
                /** Part of the title or of the slug. */
                q?: string;
                /** Only this supplier. */
                vendor?: string;
                sort?: "vendor" | "contracts" | "licenses" | "assets" | "nextDecision";
                order?: "asc" | "desc";
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** A page of suppliers; what they cost is asked with POST /costs/query. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SupplierPage"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    /** Call a supplier something, wherever people see it. */
    putSupplierTitle: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** Slug that records name the supplier by. */
                vendor: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    title: string;
                };
            };
        };
        responses: {
            /** What it is called now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SupplierTitle"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    /** Take the title of a supplier away, so that it is called by its slug. */
    deleteSupplierTitle: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** Slug that records name the supplier by. */
                vendor: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** Taken away. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Error"];
        };
    };
    /** Deadlines of the records of a person as an iCalendar, for calendars to subscribe to. Needs no credentials but the token. */
    getRenewalsCalendar: {
        parameters: {
            query: {
                /** Of POST /calendar-tokens. */
                token: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** A calendar of all-day events; ETag and If-None-Match are honoured. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/calendar": string;
                };
            };
            default: components["responses"]["Error"];
        };
    };
    /** The JSON schema of catalog files, for editors. Needs no credentials. */
    getEntitySchema: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** catalog-file.json for files with any kinds; asset.json, license.json, contract.json for one. */
                file: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** A schema of draft 7; ETag and If-None-Match are honoured. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        [key: string]: unknown;
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    /** The calendar tokens of the caller, a person. Confirms them. */
    listCalendarTokens: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** Oldest first, without their secrets. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CalendarTokenList"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    /** Make a calendar token for the caller, a person. Its secret is in this answer alone, so that a repetition makes another token. */
    createCalendarToken: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewCalendarToken"];
            };
        };
        responses: {
            /** The token with its secret. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreatedCalendarToken"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    /** Revoke a calendar token of the caller; its feed is closed at once. */
    revokeCalendarToken: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** Revoked. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Error"];
        };
    };
    /** Rules that records the caller may read break, the gravest first. What is about money only with the record's cost. */
    listFindings: {
        parameters: {
            query?: {
                rule?: string;
                area?: components["schemas"]["PolicyArea"];
                practice?: components["schemas"]["PolicyPractice"];
                severity?: components["schemas"]["PolicySeverity"];
                /** Open ones when absent. */
                state?: components["schemas"]["FindingState"];
                kind?: components["schemas"]["FindingKind"];
                /** Group or User ref; groups include their sub-groups. */
                owner?: components["schemas"]["EntityRef"];
                /** Ref of one record. */
                record?: components["schemas"]["EntityRef"];
                /** Supplier of the record. */
                vendor?: string;
                sort?: "severity" | "firstSeen" | "rule" | "record";
                order?: "asc" | "desc";
                limit?: number;
                cursor?: string;
                format?: "json" | "csv";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** A page of findings, counted by severity and area. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FindingPage"];
                    "text/csv": string;
                };
            };
            default: components["responses"]["Error"];
        };
    };
    /** One finding with the states it had. */
    getFinding: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The finding; its version is also the ETag. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FindingDetail"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    /** Set a finding aside until a day, with a reason. */
    acceptFinding: {
        parameters: {
            query?: never;
            header?: {
                /** ETag of the version the change starts from. */
                "If-Match"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AcceptInput"];
            };
        };
        responses: {
            /** The finding. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FindingDetail"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    /** Take back that a finding was set aside. */
    reopenFinding: {
        parameters: {
            query?: never;
            header?: {
                /** ETag of the version the change starts from. */
                "If-Match"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SettleReason"];
            };
        };
        responses: {
            /** The finding. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FindingDetail"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    /** The rules, how they are set, and how many findings of each the caller may see. */
    listPolicies: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The rules. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PolicyList"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    /** Products and suppliers that discovery lists name, and what they are matched to. */
    listDiscoveries: {
        parameters: {
            query?: {
                kind?: components["schemas"]["DiscoveryKind"];
                state?: components["schemas"]["DiscoveryState"];
                /** Part of the name. */
                q?: string;
                sort?: "name" | "lastSeen";
                order?: "asc" | "desc";
                limit?: number;
                cursor?: string;
                format?: "json" | "csv";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** A page of discovered products and suppliers. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DiscoveryPage"];
                    "text/csv": string;
                };
            };
            default: components["responses"]["Error"];
        };
    };
    /** Take a list of software that a tool found. Entries of the same product, device and user replace each other. */
    addDiscoveredSoftware: {
        parameters: {
            query?: {
                /** The tool or system the list is of, where the body is CSV; JSON says it itself. */
                source?: string;
            };
            header?: {
                /** Repeating a request with the same key and body gives the first answer again. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SoftwareList"];
                "text/csv": unknown;
            };
        };
        responses: {
            /** What became of the entries. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DiscoveryAnswer"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    /** Take a list of money spent. Entries that are there already change nothing. */
    addDiscoveredSpend: {
        parameters: {
            query?: {
                /** The tool or system the list is of, where the body is CSV; JSON says it itself. */
                source?: string;
            };
            header?: {
                /** Repeating a request with the same key and body gives the first answer again. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SpendList"];
                "text/csv": unknown;
            };
        };
        responses: {
            /** What became of the entries. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DiscoveryAnswer"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    /** One discovered product or supplier with where it was found. */
    getDiscovery: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The product or supplier; its version is also the ETag. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DiscoveryDetail"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    /** Say which product or supplier of the register it is, for the lists that follow too. */
    mapDiscovery: {
        parameters: {
            query?: never;
            header?: {
                /** ETag of the version the change starts from. */
                "If-Match"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MapInput"];
            };
        };
        responses: {
            /** The product or supplier. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DiscoveryDetail"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    /** Say that it needs no record, with a reason. */
    dismissDiscovery: {
        parameters: {
            query?: never;
            header?: {
                /** ETag of the version the change starts from. */
                "If-Match"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SettleReason"];
            };
        };
        responses: {
            /** The product or supplier. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DiscoveryDetail"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    /** Take back what a person decided; the rules match it again. */
    reopenDiscovery: {
        parameters: {
            query?: never;
            header?: {
                /** ETag of the version the change starts from. */
                "If-Match"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SettleReason"];
            };
        };
        responses: {
            /** The product or supplier. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DiscoveryDetail"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    /** Audits, the newest first. */
    listAudits: {
        parameters: {
            query?: {
                state?: components["schemas"]["AuditState"];
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** A page of audits. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditPage"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    /** Open an audit over a scope. What the register has there is frozen as what is expected. */
    createAudit: {
        parameters: {
            query?: never;
            header?: {
                /** Repeating a request with the same key and body gives the first answer again. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewAudit"];
            };
        };
        responses: {
            /** The audit; its version is also the ETag. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Audit"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    /** One audit with its counts. */
    getAudit: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The audit; its version is also the ETag. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Audit"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    /** What an audit expects and what it found, of records the caller may read. */
    listAuditItems: {
        parameters: {
            query?: {
                outcome?: components["schemas"]["AuditOutcome"];
                /** Of a closed audit, only what differs in this. */
                discrepancy?: components["schemas"]["AuditDiscrepancy"];
                /** Part of title, tag or serial number. */
                q?: string;
                limit?: number;
                cursor?: string;
                format?: "json" | "csv";
            };
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** A page of items. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditItemPage"];
                    "text/csv": string;
                };
            };
            default: components["responses"]["Error"];
        };
    };
    /** Record what was found. A later observation of the same replaces the former. */
    observeAuditItem: {
        parameters: {
            query?: never;
            header?: {
                /** Repeating a request with the same key and body gives the first answer again. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Observation"];
            };
        };
        responses: {
            /** The item as observed. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditItem"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    /** Close an audit and say what differs; it never changes again. Can carry places and days seen into registered records. */
    closeAudit: {
        parameters: {
            query?: never;
            header?: {
                /** ETag of the version the change starts from. */
                "If-Match"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CloseInput"];
            };
        };
        responses: {
            /** The audit. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Audit"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    /** Budgets the caller may see, with what is spent, committed and expected. */
    listBudgets: {
        parameters: {
            query?: {
                /** Calendar year of its last month; default is the current one. */
                fiscalYear?: components["schemas"]["FiscalYear"];
                /** Only the budget of this node. */
                of?: components["schemas"]["NodeRef"];
                /** Shows all budgets in this currency, each month at its rate; default is the currency of each budget. */
                currency?: string;
                format?: "json" | "csv";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** Budgets; also as text/csv. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BudgetList"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    /** One budget with its months and what explains its variance. */
    getBudget: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                fiscalYear: components["schemas"]["FiscalYear"];
                /** Node as in GET /costs, percent-encoded. */
                of: components["schemas"]["NodeRef"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The budget; its version is also the ETag. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BudgetDetail"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    /** Set a budget. What is forecast at that moment is kept, to explain the variance later. */
    putBudget: {
        parameters: {
            query?: never;
            header?: {
                /** ETag of the version the change starts from. */
                "If-Match"?: string;
                /** An asterisk, to create what must not exist yet. */
                "If-None-Match"?: string;
            };
            path: {
                fiscalYear: components["schemas"]["FiscalYear"];
                /** Node as in GET /costs, percent-encoded. */
                of: components["schemas"]["NodeRef"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BudgetInput"];
            };
        };
        responses: {
            /** The budget as set. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BudgetDetail"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    /** Remove a budget; it stays in the history. */
    deleteBudget: {
        parameters: {
            query?: never;
            header?: {
                /** ETag of the version the change starts from. */
                "If-Match"?: string;
            };
            path: {
                fiscalYear: components["schemas"]["FiscalYear"];
                /** Node as in GET /costs, percent-encoded. */
                of: components["schemas"]["NodeRef"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** Removed. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Error"];
        };
    };
    /** Exchange rates, newest first, and currencies in use without any. */
    listRates: {
        parameters: {
            query?: {
                currency?: string;
                from?: components["schemas"]["Day"];
                to?: components["schemas"]["Day"];
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** A page of rates. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RatePage"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    /** Set rates by hand; they win over the file. */
    putRates: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RatesInput"];
            };
        };
        responses: {
            /** How many were new, changed or the same. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RatesAnswer"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    /** Take back a rate set by hand, so that the one of the file counts again. */
    deleteRate: {
        parameters: {
            query: {
                date: components["schemas"]["Day"];
                currency: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** Taken back. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Error"];
        };
    };
    /** Up to which month the books are closed. */
    getClosing: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The closing; its version is also the ETag. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Closing"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    /** Close months, or open them again. Later changes to closed months appear in the first open one as prior-period adjustment. */
    putClosing: {
        parameters: {
            query?: never;
            header?: {
                /** ETag of the version the change starts from. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ClosingInput"];
            };
        };
        responses: {
            /** The closing as set. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Closing"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    /** Fixed-asset roll-forward: cost, additions, disposals, depreciation and book value from the first to the last month. */
    getDepreciationReport: {
        parameters: {
            query?: {
                /** First month; default is the first of the current fiscal year. */
                from?: components["schemas"]["Month"];
                /** Last month; default is the current one. */
                to?: components["schemas"]["Month"];
                /** Default class. */
                by?: "class" | "owner" | "cost-center" | "supplier" | "record";
                format?: "json" | "csv";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The report; also as text/csv. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DepreciationReport"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    /** Take a registered record that was retired back into the register. */
    restoreRecord: {
        parameters: {
            query?: never;
            header?: {
                /** ETag of the version the change starts from. */
                "If-Match"?: string;
                /** return=minimal (RFC 7240) for an answer without a body. */
                Prefer?: string;
            };
            path: {
                kind: string;
                namespace: string;
                name: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RestoreInput"];
            };
        };
        responses: {
            /** The record. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecordDetail"];
                };
            };
            /** Done, as return=minimal asked for; the ETag is the version it has now. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Error"];
        };
    };
    /** What happened to a record, newest first. */
    listHistory: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path: {
                kind: string;
                namespace: string;
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** A page of the history. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HistoryPage"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    /** Take an asset one step through its life cycle, with the evidence the step asks for. */
    transitionRecord: {
        parameters: {
            query?: never;
            header?: {
                /** ETag of the version the change starts from. */
                "If-Match"?: string;
                /** return=minimal (RFC 7240) for an answer without a body. */
                Prefer?: string;
            };
            path: {
                kind: string;
                namespace: string;
                name: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TransitionInput"];
            };
        };
        responses: {
            /** The record after the step. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecordDetail"];
                };
            };
            /** Done, as return=minimal asked for; the ETag is the version it has now. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Error"];
        };
    };
    /** The same step for many assets. Every asset is a change of its own, unless all are to succeed or none. */
    transitionRecords: {
        parameters: {
            query?: never;
            header?: {
                /** Repeating a request with the same key and body gives the first answer again. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BulkTransitionInput"];
            };
        };
        responses: {
            /** One outcome for each asset, in the order asked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BulkAnswer"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    /** Who holds or held a record: an asset, pieces of a stock, or seats of a licence; newest first. */
    listAssignments: {
        parameters: {
            query?: {
                /** Only those that have not ended. */
                open?: boolean;
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path: {
                kind: string;
                namespace: string;
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** A page of assignments. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AssignmentPage"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    /** Hand out an asset, pieces of a stock or seats of a licence; with dueBack it is a loan. */
    assignRecord: {
        parameters: {
            query?: never;
            header?: {
                /** ETag of the version the change starts from. */
                "If-Match"?: string;
                /** Repeating a request with the same key and body gives the first answer again. */
                "Idempotency-Key"?: string;
            };
            path: {
                kind: string;
                namespace: string;
                name: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AssignmentInput"];
            };
        };
        responses: {
            /** The record. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecordDetail"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    /** Take assets, pieces or seats back. What was held stays in the history. */
    returnAssignments: {
        parameters: {
            query?: never;
            header?: {
                /** ETag of the version the change starts from. */
                "If-Match"?: string;
                /** return=minimal (RFC 7240) for an answer without a body. */
                Prefer?: string;
            };
            path: {
                kind: string;
                namespace: string;
                name: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReturnInput"];
            };
        };
        responses: {
            /** The record. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecordDetail"];
                };
            };
            /** Done, as return=minimal asked for; the ETag is the version it has now. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Error"];
        };
    };
    /** The components of a service by its newest bill of materials, with what the policy says of their licences. */
    getServiceSoftware: {
        parameters: {
            query?: {
                /** Only components whose licences are judged so. */
                verdict?: components["schemas"]["LicenseVerdict"];
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                kind: string;
                namespace: string;
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The components; none where no bill of materials was uploaded. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServiceSoftware"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    /** Upload the bill of materials of a service (CycloneDX 1.4 to 1.6, JSON). It takes the place of the one before. */
    putServiceSoftware: {
        parameters: {
            query?: {
                /** What the components are of, such as a commit or a version. */
                revision?: string;
            };
            header?: never;
            path: {
                kind: string;
                namespace: string;
                name: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/vnd.cyclonedx+json": unknown;
            };
        };
        responses: {
            /** What the bill of materials says. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SoftwareAnswer"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    /** Take the bill of materials of a service away, with the findings about it and the products it names. */
    deleteServiceSoftware: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                kind: string;
                namespace: string;
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** It is gone. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Error"];
        };
    };
    /** The bills of clouds in force, newest first. */
    listCloudDeliveries: {
        parameters: {
            query?: {
                /** Only bills of this account. */
                billingAccount?: string;
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** Bills; sums are left out for those who may not see all costs. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CloudDeliveryPage"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    /** Deliver a billing file of a cloud (FinOps FOCUS 1.0 to 1.3, CSV or Parquet). Each bill in it, of one provider, account and period, takes the place of the one delivered before. */
    deliverCloudBill: {
        parameters: {
            query?: {
                /** Whether to say what the file would do, and change nothing. */
                dryRun?: boolean;
                /** What the file is called, shown with what it says. */
                fileName?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "text/csv": unknown;
                "application/vnd.apache.parquet": unknown;
            };
        };
        responses: {
            /** What the file did, or would do. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CloudBillingAnswer"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    /** Take a bill back; what it said counts no more. The records it made stay. */
    takeCloudBillBack: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** Taken back. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Error"];
        };
    };
    /** What bills of clouds say a record cost, by month and bill, newest first. */
    listRecordBills: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                kind: string;
                namespace: string;
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** Bills; amounts are left out without permission. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecordBills"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    /** The caller's own imports, the newest first. */
    listImports: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** One page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportPage"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    /** Upload a spreadsheet to be imported. Its rows are kept and checked; nothing is written to records before it is committed. */
    uploadImport: {
        parameters: {
            query?: {
                /** What the rows are. Told by the headers when absent. */
                kind?: components["schemas"]["ItamKind"];
                /** What the file is called where it comes from; shown to its uploader. */
                fileName?: string;
                /** JSON object of field ids by header, where the headers are not enough; null leaves a column out. */
                mapping?: string;
                /** Of text files. By their byte order mark when absent, else UTF-8. */
                encoding?: components["schemas"]["ImportEncoding"];
                /** Of text files. Told by the first line when absent. */
                delimiter?: "comma" | "semicolon" | "tab" | "bar";
                /** How dates are written; YYYY-MM-DD when absent. Dates in another form are errors. */
                dateFormat?: components["schemas"]["ImportDateFormat"];
                /** What separates decimals. Amounts that could mean two things are errors when absent. */
                decimalSeparator?: "point" | "comma";
                /** Currency of amounts whose row states none. */
                currency?: string;
                /** What an empty cell does to a record there is: keep (default) what it has, or clear it. */
                blank?: "keep" | "clear";
                /** Whether one bad row keeps all others from being written. all-or-nothing when absent. */
                mode?: components["schemas"]["ImportMode"];
            };
            header?: {
                /** Repeating an upload with the same key, parameters and bytes gives the first answer again; no second import is made. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "text/csv": unknown;
                "text/tab-separated-values": unknown;
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": unknown;
            };
        };
        responses: {
            /** The import, being checked; its version is also the ETag. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Import"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    /** How far an import is, and how many rows do what. */
    getImport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The import; its version is also the ETag. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Import"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    /** Forget an import and the rows of its file. Records stay as they are. */
    deleteImport: {
        parameters: {
            query?: never;
            header?: {
                /** ETag of the version that is forgotten. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** Forgotten. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Error"];
        };
    };
    /** The rows of an import, in their order. */
    listImportRows: {
        parameters: {
            query?: {
                outcome?: components["schemas"]["ImportOutcome"];
                result?: components["schemas"]["ImportResult"];
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** One page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportRowPage"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    /** Replace the cells of a row; it is checked again at once. */
    correctImportRow: {
        parameters: {
            query?: never;
            header?: {
                /** ETag of the version the change is based on. */
                "If-Match"?: string;
            };
            path: {
                id: string;
                row: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ImportRowCells"];
            };
        };
        responses: {
            /** The row; the ETag is that of the import. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportRow"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    /** Check an import again, with another mapping or format. */
    checkImportAgain: {
        parameters: {
            query?: never;
            header?: {
                /** ETag of the version the change is based on. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ImportReading"];
            };
        };
        responses: {
            /** The import, being checked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Import"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    /** Write what the dry run said. Goes on in the background. */
    commitImport: {
        parameters: {
            query?: never;
            header?: {
                /** ETag of the version the change is based on. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ImportCommit"];
            };
        };
        responses: {
            /** The import, being written. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Import"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    /** Take back what an import did, where nobody has changed it since: what it created is retired, what it changed is as it was. */
    undoImport: {
        parameters: {
            query?: never;
            header?: {
                /** ETag of the version the change is based on. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** The import, being undone. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Import"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    /** Records as the catalog may show them, in the order they changed; service principals only. */
    listChanges: {
        parameters: {
            query?: {
                /** Sequence of the last change known; 0 is the start. */
                after?: number;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** Changes; the last state of a record in the page is enough. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangePage"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    /** All records the catalog shows for the register, without money; service principals only. */
    listPublished: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** A page in order of ref. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublishedPage"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    /** Connectors that bring records from other tools, with what they did last. */
    listConnectors: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The connectors. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConnectorList"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    /** The last 100 runs of a connector, newest first. */
    listConnectorRuns: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The runs. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConnectorRunList"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    /** Have a connector run now, or have it tell what it would do. */
    runConnector: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Read everything, write nothing, and count what would be done. */
                    dryRun?: boolean;
                    /** Read everything, not only what changed. A dry run always does. */
                    full?: boolean;
                };
            };
        };
        responses: {
            /** It runs soon; its state says when it has begun. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConnectorStatus"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    /** Records of a run that failed, conflict with changes people made, or are gone. */
    listConnectorProblems: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path: {
                id: string;
                run: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** One page. The first 2000 problems of a run are kept. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConnectorProblemPage"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    /** The tools that fill a record, and the fields each of them owns. */
    listRecordSources: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                kind: string;
                namespace: string;
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The sources; none for a record that people keep. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecordSourceList"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    /** Open tickets of connected tools about an asset, a service with the assets it uses, or what a group owns. */
    listTickets: {
        parameters: {
            query: {
                /** Ref of an asset, service, system, domain, group or user. */
                node: string;
                /** Only tickets of this kind; counts are of all kinds. */
                kind?: components["schemas"]["TicketKind"];
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** A page of tickets, opened last first. A tool that does not answer is named, and what it said last is shown. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TicketPage"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    /** The services and assets that a configuration item of a connected tool is. */
    findConfigurationItem: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                source: string;
                /** What the tool calls the item, such as a sys_id of ServiceNow or a project's key of Jira. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** Those the caller may see, services first; none is not found. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConfigurationItem"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    /** Rejected, unconfirmed and conflicting declarations, and the age of the data. */
    getHealth: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** Health of the register. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Health"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    /** Stage what a catalog file declares; service principals only. Changes no record. */
    stageDeclaration: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Declaration"];
            };
        };
        responses: {
            /** The revision to be written on the catalog entity. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        revision: string;
                        epoch: string;
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    /** Epoch of the register and the declarations it wants again; service principals only. */
    getDeclarationState: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** State. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        epoch: string;
                        wanted: string[];
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    /** Report errors and conflicts the catalog met; service principals only. */
    reportDeclarationIncidents: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    incidents: components["schemas"]["DeclarationIncident"][];
                };
            };
        };
        responses: {
            /** Taken. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Error"];
        };
    };
}
