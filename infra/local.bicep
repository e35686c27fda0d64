// F5 in Teams: the registration of a bot that runs on a developer's machine behind a tunnel. Free, and nothing else.
targetScope = 'resourceGroup'

@description('Name of the registration; unique in Azure.')
param name string

@description('The app registration that m365agents.local.yml made.')
param botId string
param tenantId string

@description('Address of the tunnel, without a path.')
param botEndpoint string

resource bot 'Microsoft.BotService/botServices@2022-09-15' = {
  name: 'bot-${name}-${uniqueString(resourceGroup().id, botId)}'
  location: 'westeurope'
  kind: 'azurebot'
  sku: {
    name: 'F0'
  }
  properties: {
    displayName: 'Lotse (local)'
    endpoint: '${botEndpoint}/api/messages'
    msaAppType: 'SingleTenant'
    msaAppId: botId
    msaAppTenantId: tenantId
  }
}

resource teams 'Microsoft.BotService/botServices/channels@2022-09-15' = {
  parent: bot
  name: 'MsTeamsChannel'
  location: 'westeurope'
  properties: {
    channelName: 'MsTeamsChannel'
    properties: {
      isEnabled: true
    }
  }
}
